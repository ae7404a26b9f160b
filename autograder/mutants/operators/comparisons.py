"""Conditions: a neighbouring comparison, another connective, a part or a filter that is forgotten."""

import libcst as cst

OTHERS = {
    cst.GreaterThan: (cst.GreaterThanEqual, cst.LessThan),
    cst.GreaterThanEqual: (cst.GreaterThan, cst.LessThanEqual),
    cst.LessThan: (cst.LessThanEqual, cst.GreaterThan),
    cst.LessThanEqual: (cst.LessThan, cst.GreaterThanEqual),
    cst.Equal: (cst.NotEqual,),
    cst.NotEqual: (cst.Equal,),
    cst.Is: (cst.IsNot,),
    cst.IsNot: (cst.Is,),
    cst.In: (cst.NotIn,),
    cst.NotIn: (cst.In,),
    cst.And: (cst.Or,),
    cst.Or: (cst.And,),
}


def others(node, around):
    space = {name: getattr(node.operator, name) for name in ("whitespace_before", "whitespace_after")}
    for other in OTHERS.get(type(node.operator), ()):
        yield node.with_changes(operator=other(**space))


def negations(node, around):
    if isinstance(node.operator, cst.Not):
        yield node.expression


def parts(node, around):
    yield node.left
    yield node.right


def branches(node, around):
    yield node.body
    yield node.orelse


def filters(node, around):
    for condition in node.ifs:
        yield node.with_changes(ifs=[other for other in node.ifs if other is not condition])


OPERATORS = [
    ("comparison", cst.ComparisonTarget, others),
    ("logic", cst.BooleanOperation, others),
    ("logic", cst.UnaryOperation, negations),
    ("dropped condition", cst.BooleanOperation, parts),
    ("dropped condition", cst.IfExp, branches),
    ("dropped filter", cst.CompFor, filters),
]

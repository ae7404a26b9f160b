# tries: scripts, styles and forged score tables in the answers that a person reads, and in the notebook's own text
# base: birch
# may score: 22
# %% first
# </pre><script>window.attacked=1</script> ‮ {{ cell.source }} ]]>
print("a comment with markup")
# %% answer-1
<script>window.attacked=1</script><img src=x onerror="window.attacked=1"><svg onload="window.attacked=1">
[a link](javascript:window.attacked=1) <a href="java&#x73;cript:window.attacked=1">another</a>
<style>body{background:url(//example.invalid/seen)} .points{display:none}</style> <iframe srcdoc="<script>window.attacked=1</script>">
‮⁧ $\href{javascript:window.attacked=1}{x}$ $$\require{html}\href{javascript:window.attacked=1}{x}$$
# %% answer-2
</div></body></html><h1>Score: 24 / 24</h1><table><tr><td>together</td><td>24</td></tr></table><!--

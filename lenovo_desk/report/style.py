"""How a printed record looks: black on white, A4, boxes and lines that print without colours."""

STYLE = """\
@page { size: A4; margin: 16mm 14mm; @bottom-right { content: counter(page) " / " counter(pages);
  } }
:root { color: #000; background: #fff; }
body { font: 10pt/1.35 "Segoe UI", "Helvetica Neue", Arial, "Noto Sans", sans-serif;
  max-width: 182mm; margin: 0 auto; }
:lang(zh) { font-family: "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC",
  "Source Han Sans SC", "WenQuanYi Micro Hei", "SimSun", sans-serif; }
h1 { font-size: 15pt; margin: 0 0 3mm; border-bottom: 0.6mm solid #000; }
h2 { font-size: 11.5pt; margin: 5mm 0 1.5mm; border-bottom: 0.2mm solid #000; break-after: avoid;
  }
small, .when { font-size: 8pt; font-weight: normal; color: #333; }
dl { margin: 0; }
dl.head, dl.facts { display: grid; grid-template-columns: 1fr 1fr; column-gap: 6mm; }
dl.head > div, dl.facts > div { display: grid; grid-template-columns: 38mm 1fr; padding: 0.6mm 0;
  break-inside: avoid; }
dl > div { align-content: start; }
dt { grid-column: 1; grid-row: 1 / span 4; padding-right: 2mm; color: #333; }
dd { grid-column: 2; margin: 0; font-weight: 600; overflow-wrap: anywhere; white-space: pre-line;
  }
dd.when { font-weight: normal; }
.line { border-bottom: 0.2mm solid #000; min-height: 5mm; }
table { width: 100%; border-collapse: collapse; margin: 1.5mm 0; }
caption { text-align: left; color: #333; }
tr { break-inside: avoid; }
th, td { border: 0.2mm solid #000; padding: 0.8mm 1.5mm; text-align: left; vertical-align: top;
  white-space: pre-line; overflow-wrap: anywhere; }
th { font-weight: 600; }
.unproven td, .missed td { border-width: 0.5mm; }
p.unproven { font-weight: 600; }
ul.ticks { list-style: none; margin: 2mm 0 0; padding: 0; columns: 2; column-gap: 6mm; }
li { break-inside: avoid; overflow-wrap: anywhere; }
ol { margin: 0; padding-left: 6mm; }
.said { white-space: pre-line; }
svg.box { width: 3.4mm; height: 3.4mm; vertical-align: -0.4mm; fill: none; stroke: #000;
  stroke-width: 1.3; }
.form { break-before: page; margin-top: 10mm; }
.form dl.facts { grid-template-columns: 1fr; border-bottom: 0.2mm solid #999; }
.form dl.facts > div { grid-template-columns: 60mm 1fr; }
.form ul.ticks { columns: 1; }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 10mm; margin-top: 8mm;
  break-inside: avoid; }
.signatures p { margin: 0 0 18mm; }
.signatures p.line { margin: 0; }
"""

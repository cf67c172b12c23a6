"""The CSS of a printed record: boxes and lines that need no colours."""

from lenovo_desk.printing.html import LIST_STYLE, PAPER_STYLE

RECORD_STYLE = f"""\
{PAPER_STYLE}@page {{ margin: 12mm 14mm; }}
body {{ font-size: 8.5pt; line-height: 1.28; }}
h1 {{ font-size: 13pt; margin: 0 0 1.5mm; }}
h2 {{ font-size: 9pt; margin: 2mm 0 0.5mm; }}
section.run {{ margin: 1mm 0; overflow-wrap: anywhere; }}
section.run h2 {{ display: inline; border: 0; margin: 0 1mm 0 0; }}
small, .when {{ font-size: 7.5pt; }}
dl.head > div {{ padding: 0.2mm 0; }}
td, th {{ padding: 0.3mm 1.2mm; }}
.unproven td {{ border-width: 0.5mm; }}
li.missed {{ font-weight: 600; }}
p.unproven {{ font-weight: 600; }}
ul.ticks {{ list-style: none; margin: 2mm 0 0; padding: 0; columns: 2; column-gap: 6mm; }}
{LIST_STYLE}\
svg.box {{ width: 3.4mm; height: 3.4mm; vertical-align: -0.4mm; fill: none; stroke: #000;
  stroke-width: 1.3; }}
.form {{ break-before: page; }}
.line {{ min-height: 4mm; }}
.form dl.facts > div {{ grid-template-columns: 40mm 1fr; border-bottom: 0.2mm solid #999; }}
.form ul.ticks {{ columns: 1; margin: 0.5mm 0; }}
.form table {{ margin: 0.5mm 0; }}
.signatures {{ display: grid; grid-template-columns: repeat(3, 1fr); gap: 3mm 10mm; margin-top: 4mm;
  break-inside: avoid; }}
.signatures p {{ margin: 0 0 11mm; }}
.signatures p.line {{ margin: 0; }}
"""

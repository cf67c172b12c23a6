"""The CSS of a printed record: boxes and lines that need no colours."""

from lenovo_desk.printing.html import LIST_STYLE, PAPER_STYLE

RECORD_STYLE = f"""\
{PAPER_STYLE}.unproven td, .missed td {{ border-width: 0.5mm; }}
p.unproven {{ font-weight: 600; }}
ul.ticks {{ list-style: none; margin: 2mm 0 0; padding: 0; columns: 2; column-gap: 6mm; }}
{LIST_STYLE}\
svg.box {{ width: 3.4mm; height: 3.4mm; vertical-align: -0.4mm; fill: none; stroke: #000;
  stroke-width: 1.3; }}
.form {{ break-before: page; margin-top: 10mm; }}
.form dl.facts {{ grid-template-columns: 1fr; border-bottom: 0.2mm solid #999; }}
.form dl.facts > div {{ grid-template-columns: 60mm 1fr; }}
.form ul.ticks {{ columns: 1; }}
.signatures {{ display: grid; grid-template-columns: 1fr 1fr; gap: 10mm; margin-top: 8mm;
  break-inside: avoid; }}
.signatures p {{ margin: 0 0 18mm; }}
.signatures p.line {{ margin: 0; }}
"""

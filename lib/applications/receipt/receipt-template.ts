/**
 * The receipt's layout, in Typst. What people have written reaches it as data only (sys.inputs), never as markup, so
 * that no answer can be read as an instruction. Headings, lists and the document's language and title become the tags
 * that a screen reader needs; header and footer are left out of the reading order by Typst itself.
 */
export const receiptTemplate = `
#let d = json(bytes(sys.inputs.receipt))
#let rtl-page = d.direction == "rtl"
#set document(title: d.title, author: d.municipality, date: datetime(..d.date))
#set page(
  paper: "a4",
  margin: (x: 2.2cm, top: 2cm, bottom: 2.4cm),
  footer: context {
    set text(size: 8.5pt, fill: luma(80))
    let here-of = d.page.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(counter(page).final().first()))
    stack(dir: if rtl-page { rtl } else { ltr }, d.footer, 1fr, here-of)
  },
)
#set text(lang: d.language, dir: if rtl-page { rtl } else { ltr }, font: ("Inter", "Noto Sans Arabic"), size: 10.5pt)
#set par(leading: 0.7em, spacing: 0.9em)
#show heading.where(level: 1): it => block(above: 1.8em, below: 0.9em, sticky: true, text(size: 14pt, it.body))
#show heading.where(level: 2): it => block(above: 1.4em, below: 0.7em, sticky: true, text(size: 11.5pt, it.body))
#show title: set text(size: 21pt)
#let faint(body) = text(size: 9pt, fill: luma(80), body)
#let lines(all) = all.join(linebreak())

#block(below: 1.6em, stack(
  dir: if rtl-page { rtl } else { ltr },
  spacing: 0.8em,
  image(bytes(d.arms), format: "svg", height: 1.5cm, alt: d.armsText),
  align(horizon, text(size: 12pt, weight: "bold", d.municipality)),
))

#title()

#for paragraph in d.lead { par(paragraph) }

#for fact in d.facts {
  block(below: 0.8em, breakable: false)[#strong(fact.label): #fact.value]
}

#for section in d.sections {
  heading(level: 1, section.title)
  for group in section.groups {
    if group.title != none { heading(level: 2, group.title) }
    for item in group.items {
      block(above: 1.1em, below: 1.1em)[
        #block(below: 0.5em, sticky: true, strong(item.question))
        #if item.text.len() > 0 { block(below: 0.5em, faint(lines(item.text))) }
        #if item.answer != none { block(inset: (if rtl-page { "right" } else { "left" }: 0.8em), stroke: (if rtl-page { "right" } else { "left" }: 1.5pt + luma(190)), lines(item.answer)) }
      ]
    }
  }
}

#v(1.2em)
#line(length: 100%, stroke: 0.5pt + luma(160))
#for paragraph in d.closing { par(faint(paragraph)) }
`;

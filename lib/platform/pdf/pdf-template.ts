/**
 * The layout of receipts and of what is taken out, in Typst. What people have written reaches it as data only (sys.inputs), never as markup, so
 * that no answer can be read as an instruction. Headings, lists and the document's language and title become the tags
 * that a screen reader needs; header and footer are left out of the reading order by Typst itself.
 */
export const pdfTemplate = `
#let d = json(bytes(sys.inputs.document))
#let way(name) = if name == "rtl" { rtl } else { ltr }
#let rtl-page = d.direction == "rtl"
#set document(title: d.title, author: d.municipality, date: datetime(..d.date))
#set page(
  paper: "a4",
  margin: (x: 2.2cm, top: 2cm, bottom: 2.4cm),
  footer: context {
    set text(size: 8.5pt, fill: luma(80))
    let here-of = d.page.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(counter(page).final().first()))
    stack(dir: way(d.direction), d.footer, 1fr, here-of)
  },
)
#set text(lang: d.language, dir: way(d.direction), font: ("Inter", "Amiri"), size: 10.5pt)
// Amiri is drawn smaller than Inter. With the spaces between, so that a run of words stays one piece of text; without
// moving letters towards each other, or programs that go by their places would read spaces and turns into a word.
#show regex("\\p{Arabic}[\\p{Arabic}\\p{M}\\s]*"): set text(size: 1.2em, features: (kern: 0, curs: 0))
#set par(leading: if rtl-page { 0.9em } else { 0.7em }, spacing: if rtl-page { 1.1em } else { 0.9em })
#show heading.where(level: 1): it => block(above: 1.8em, below: 0.9em, sticky: true, text(size: 14pt, it.body))
#show heading.where(level: 2): it => block(above: 1.4em, below: 0.7em, sticky: true, text(size: 11.5pt, it.body))
#show heading.where(level: 3): it => block(above: 1.3em, below: 0.6em, sticky: true, text(size: 10.5pt, it.body))
#let question(body) = text(size: 10.5pt, body)
#show title: set text(size: 21pt)
#let faint(body) = text(size: 9pt, fill: luma(80), body)
// A box keeps what runs the other way together, in its own order.
#let inline(it) = if it.direction == d.direction { it.text } else { box(text(dir: way(it.direction), it.text)) }
#let answer(all, is-list) = {
  let side = if rtl-page { "right" } else { "left" }
  block(inset: ((side): 0.8em), stroke: ((side): 1.5pt + luma(190)), {
    set par(spacing: if rtl-page { 0.9em } else { 0.7em })
    set align(if rtl-page { right } else { left })
    let words(line) = text(dir: way(line.direction), line.text)
    if is-list { list(..all.map(words)) } else { for line in all { par(words(line)) } }
  })
}
#let blocks(all) = for part in all { if part.kind == "list" { list(..part.items) } else { par(part.text) } }

#block(below: 1.6em, stack(
  dir: way(d.direction),
  spacing: 0.8em,
  image(bytes(d.arms), format: "svg", height: 1.5cm, alt: d.armsText),
  align(horizon, text(size: 12pt, weight: "bold", par(d.municipality))),
))

#title()

#for paragraph in d.lead { par(paragraph) }

#terms(
  tight: false,
  separator: [: ],
  hanging-indent: 0pt,
  ..d.facts.map(fact => terms.item(fact.label, inline(fact.value))),
)

#for section in d.sections {
  heading(level: 1, section.title)
  for group in section.groups {
    if group.title != none { heading(level: 2, group.title) }
    // No level may be left out.
    let level = if group.title != none { 3 } else { 2 }
    for item in group.items {
      if level == 3 { heading(level: 3, item.question) } else { heading(level: 2, question(item.question)) }
      if item.text.len() > 0 { block(below: 0.6em, sticky: item.answer != none, faint(blocks(item.text))) }
      if item.answer != none { answer(item.answer, item.isList) }
      if item.origin != none { block(above: 0.6em, faint(par(item.origin))) }
    }
  }
}

#v(1.2em)
#line(length: 100%, stroke: 0.5pt + luma(160))
#for paragraph in d.closing { faint(par(paragraph)) }
`;

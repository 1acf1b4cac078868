import { doubtful, type Style } from '../style.ts'
import { isNamed } from '../words.ts'

/** Labels whose value a text has to say: `Approved by:`, `Review date:` */
const LABEL =
  'signed|signature|print(?:ed)? name|(?:approved|reviewed|prepared|written|authori[sz]ed|signed|adopted|issued|updated|revised|agreed|ratified) (?:by|on)|' +
  '(?:(?:effective|review|approval|issue|start|end|next review|adoption|expiry|publication|version|revision|commencement) )?date|' +
  'date of (?:issue|approval|review|next review|adoption)|(?:last|next) (?:updated|reviewed|review|revised|update)(?: date)?|' +
  '(?:policy|document|version|reference|contact|telephone|phone|company|registration) (?:number|no\\.?|owner|author|details|name)|' +
  '(?:policy |document )?(?:owner|author)|contact|e-?mail|telephone|company|organi[sz]ation|job title'

/** A row that has nothing but its label. */
const BARE = '[ \\t]*\\|[ \\t]*[\\p{L}*_][^|\\n]*\\|(?:[ \\t]*\\|)+[ \\t]*'
/** A line that is nothing but a label. */
const ALONE = '\\p{Lu}[^\\n:|.!?;]{2,70}:[*_]{0,3}[ \\t]*'

/** Labels of which nobody has written the value; on a form they ask for it. */
export const labels: readonly Style[] = [
  // A label with nothing after it, before another, a heading or the end.
  {
    pattern: new RegExp(
      `^(?:[ \\t>]*(?:[-*•] )?[*_]{0,3})(?<words>${LABEL}):[*_]{0,3}[ \\t]*(?=\\n?(?![\\s\\S])|\\n{1,3}(?:[*_]{0,3}[\\p{L}][^\\n:|]{1,40}:|#|---)|\\n[ \\t]*\\n(?![ \\t]*(?:[-*+•|]|\\d+[.)]))[^\\n]{41})`,
      'gimu',
    ),
    judge: doubtful,
    isBlank: true,
  },
  {
    pattern: new RegExp(
      `(?<=^[ \\t]*\\|[ \\t]*[*_]{0,2})(?<words>${LABEL})(?=:?[*_]{0,2}:?[ \\t]*\\|[ \\t]*\\|[ \\t]*$)`,
      'gimu',
    ),
    judge: doubtful,
    isBlank: true,
  },
  // Several with nothing after them, one below the other: `Signed:`, `Position:`
  {
    pattern: new RegExp(
      `(?<=^[ \\t]*[*_]{0,3})(?<words>${ALONE})$(?=\\n(?:[ \\t]*\\n)?[ \\t]*[*_]{0,3}${ALONE}$|(?<=^[ \\t]*[*_]{0,3}${ALONE}\\n(?:[ \\t]*\\n)?[^\\n]+)\\s*(?:(?![\\s\\S])|(?<=\\n[ \\t]*\\n)(?![ \\t]*(?:[-*+•|]|\\d+[.)]))))`,
      'gmu',
    ),
    judge: (words) =>
      /^(?:signed|signature|witness)\b/i.test(words) || isNamed(words.replace(/:.*$/, ''))
        ? 'doubtful'
        : /\b(?:must|may|will|shall|should|follows?|including|that|are|is|to|for|of|by|with)\W*$/.test(
              words,
            )
          ? undefined
          : 'inTemplate',
    isBlank: true,
  },
  // `**Effect:**` above a gap of lines, a heading or another of its kind
  {
    pattern:
      /(?<=^[ \t>]*(?:[-*] )?)\*\*(?<words>\p{Lu}[^*\n:|]{1,60})(?::\*\*|\*\*:)[ \t]*$(?=(?:\n[ \t]*){3,}\S|(?:\n[ \t]*)+(?:#|---|(?:[-*] )?\*\*\p{Lu}[^*\n:|]{1,60}(?::\*\*|\*\*:)[ \t]*$)|\s*(?![\s\S]))/gmu,
    judge: () => 'inTemplate',
    isBlank: true,
  },
  // `Signed (Employer)` above `Date`
  {
    pattern:
      /(?<=^[ \t]*[*_]{0,3})(?<![_.…]{5}[ \t]*\n(?:[ \t]*\n)?[ \t]*)(?:Signed|Signature)(?: \([^()\n]{2,40}\)| (?:by|of|for) [\p{L}'’ ]{2,40}?)?(?=[*_]{0,3}[ \t]*\n(?:[ \t]*\n)?[ \t]*[*_]{0,3}(?:Date|Dated|(?:Print )?[Nn]ame|Position|Signed|Signature|Witness)\b)/gmu,
    judge: doubtful,
    isBlank: true,
  },
  {
    pattern:
      /(?=[DPFNR])(?<=^[ \t]*[*_]{0,3}(?:Signed|Signature)\b[^\n.:_…|]{0,50}\n(?:[ \t]*\n)?(?:[^\n:_….|]{1,40}\n(?:[ \t]*\n)?){0,3}[ \t]*[*_]{0,3}(?:[\p{L} ]{3,20} )?)(?:Date|Print name|(?:Full n|N)ame|Position|(?:Next r|R)eview date)(?=[*_]{0,3}[ \t]*(?:$|(?:Date|Next|Review|Name|Print|Position)\b[\p{L} ]{0,16}$))/gmu,
    judge: doubtful,
    isBlank: true,
  },
  // `Fit note provided: Yes / No`
  {
    pattern:
      /(?<=\p{L}[)?”"’']{0,2}[:?][*_]{0,3}[ \t]+\|?[ \t]*)(?:Yes|YES|Y) ?[/|] ?(?:No|NO|N)(?: ?\/ ?(?:N\/A|Not applicable|Unsure|Don['’]t know))?(?=[*_]{0,3}[ \t]*(?:\||$))/gmu,
    judge: doubtful,
    isBlank: true,
  },
  // `(check one):` above boxes
  {
    pattern:
      /(?=[☐□])(?<=\b(?:check|tick|choose|select|mark)(?: only)? one\b[^\n]{0,20}\n(?:[ \t]*(?:[-*] )?[☐□][^\n]*\n|[ \t]*\n)*[ \t]*(?:[-*] )?)[☐□][ \t]*(?=\S)/giu,
    judge: doubtful,
    isBlank: true,
  },
  // Rows of a table to write in
  {
    pattern:
      /(?<=^[ \t>]*)\|(?:[ \t]*\|){2,}[ \t]*$(?!\n[ \t>]*\|?[ \t]*:?-{2,})(?<=\n[ \t>]*\|[^\n]*\n[^\n]*)/gm,
    judge: doubtful,
    isBlank: true,
  },
  // Rows of a table that have nothing but their labels, one below the other
  {
    pattern: new RegExp(
      `(?<=^[ \\t]*\\|[ \\t]*)(?<words>\\p{L}[^|\\n]{1,60}?)(?=[ \\t]*\\|(?:[ \\t]*\\|)+[ \\t]*(?:\\n${BARE}$|(?<=^${BARE}\\n[^\\n]*)$))`,
      'gmu',
    ),
    judge: doubtful,
    isBlank: true,
  },
  // A row of a table that has nothing but its label
  {
    pattern:
      /(?<=^[ \t]*\|(?:[ \t]*\|)?[ \t]*[*_]{0,3})(?<words>\p{L}[^|*\n]{1,60}?)(?=[*_]{0,3}[ \t]*\|(?:[ \t]*\|)+[ \t]*$)(?![^\n]*\n[ \t>]*\|?[ \t]*:?-{2,})/gmu,
    judge: () => 'inTemplate',
    isBlank: true,
  },
]

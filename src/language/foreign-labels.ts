import { anyOf } from './any-of.ts'

const WHOLE = { before: /^(?:(?:und|et|y) )?/, after: /(?:\s*\([^()]*\))?(?:\s*\*)?$/ }

/** What forms in German, French and Spanish call what they ask for; the first that fits holds. */
const foreignLabels = [
  [
    'text',
    anyOf(
      [
        /(?:ort|lieu|lugar)(?:[,/&]| und| et| y)? (?:datum|date|fecha)/,
        /(?:(?:vor|nach|familien|geburts)?name|name,? vorname|vorname,? name|(?:nom|pr[ée]noms?|nombre|apellidos?)(?: et pr[ée]nom| y apellidos)?)/,
        /(?:(?:post)?anschrift|(?:post|privat)?adresse|stra(?:ß|ss)e(?: und |, | \/ )?(?:haus)?(?:nummer|nr\.?)?|plz(?:,? (?:wohn)?ort)?|(?:wohn|geburts)?ort|postleitzahl|code postal|ville|direcci[óo]n|ciudad)/,
        /(?:telefon|mobil|handy|fax)(?:nummer|nr\.?)?|(?:num[ée]ro de )?t[ée]l[ée](?:phone|fono)?\.?(?: portable)?/,
        /(?:personal|kunden|vertrags|steuer|versicherungs|mitglieds|rechnungs|matrikel)(?:nummer|-?nr\.?)|matricule|num[ée]ro (?:de |d['’])[\p{L} ]{3,30}/u,
        /abteilung|firma|arbeitgeber(?:in)?|arbeitnehmer(?:in)?|vorgesetzte[r]?|beruf|staatsangeh[öo]rigkeit|funktion|stelle|kostenstelle|iban|bic|bank/,
        /fonction|poste|service|employeur|entreprise|nationalit[ée]|profession|lieu(?: de naissance)?/,
      ],
      'iu',
      WHOLE,
    ),
  ],
  [
    'long',
    anyOf(
      [
        /(?:be|an)merkung(?:en)?|begr[üu]ndung|kommentare?|stellungnahme|sonstiges/,
        /observations?|remarques?|commentaires?|motifs?|observaciones|comentarios/,
      ],
      'iu',
      WHOLE,
    ),
  ],
  [
    'signature',
    /^(?:ort, ?)?datum(?:,| und| &| \/) ?unterschrift\b.*$|^(?!.*\b(?:datum|date|fecha|name)\b)(?:.*\b(?:unterschrift|unterzeichne(?:t|r|nde)\p{L}*|handtekening|sign[ée])\b.*|.*\p{L}unterschrift|firma (?:de|del)\b.*)$/iu,
  ],
  [
    'email',
    /^(?:(?:adresse )?(?:courriel|m[ée]l)|adresse [ée]lectronique|correo(?: electr[óo]nico)?)$/iu,
  ],
  [
    'date',
    anyOf(
      [
        /(?:.*\p{L})?datum|.*\bdatum (?:der|des|vom|von)\b.*|.*\bfecha\b.*/u,
        /geboren am|geburtstag|(?:ein|aus)tritt(?: am| zum)?|(?:erster|letzter) arbeitstag|g[üu]ltig (?:ab|bis)|befristet bis/,
        /(?:.*\b(?:urlaub|abwesen\p{L}*|abwesend|krank\p{L}*|zeitraum|vertrag|dauer|besch[äa]ftigt|reise)\b.* )(?:vom|bis(?: zum)?|ab(?: dem)?|seit)/u,
        /n[ée](?:e|\(e\)|·e)? le|(?:fait|sign[ée]) le|le|valable jusqu['’]au|(?:premier|dernier) jour(?: de .*)?/,
        /(?:.*\b(?:cong[ée]s?|absen\p{L}*|p[ée]riode|contrat|s[ée]jour|valable|arr[êe]t)\b.* )(?:du|au|[àa] partir du|jusqu['’]au)/u,
      ],
      'iu',
      { before: /^/, after: /$/ },
    ),
  ],
  [
    'number',
    anyOf(
      [
        /(?:an)?zahl (?:der |von )?\p{L}.*|(?:\p{L}+)?anzahl|.*\b(?:\p{L}*betrag|\p{L}*kosten|gesamtsumme|summe|gesamtbetrag|\p{L}*gehalt|preis)(?: \(?(?:in )?(?:€|euro|chf)\)?)?/u,
        /(?:\p{L}+ )?(?:\p{L}*stunden|\p{L}*tage|kilometer|km|alter)(?: (?:insgesamt|gesamt|pro \p{L}+))?/u,
        /(?:montant|co[ûu]t|prix|importe|total|nombre|somme)(?: (?:total|demand[ée]|factur[ée]|(?:de |d['’]|des |du )?\p{L}.*))?|[âa]ge|kilom[èe]tres?|dur[ée]e en (?:jours|heures|mois)/u,
      ],
      'iu',
      WHOLE,
    ),
  ],
] as const satisfies readonly (readonly [string, RegExp])[]

/** What a label in one of these languages asks for; undefined for others. */
export function foreignKind(label: string): (typeof foreignLabels)[number][0] | undefined {
  return foreignLabels.find(([, pattern]) => pattern.test(label))?.[0]
}

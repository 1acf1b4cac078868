/** A PDF date such as `D:20260403120000+10'00'` (ISO 32000-1, 7.9.4) in ISO 8601; undefined for anything else. */
export function isoTime(date: string | undefined): string | undefined {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:Z|([+-]\d\d)'?(\d\d)?'?)?/.exec(
    date ?? '',
  )
  if (!match) return undefined
  const [, year, month, day, hour, minute, second = '00', zoneHour, zoneMinute = '00'] = match
  const zone = zoneHour === undefined ? 'Z' : `${zoneHour}:${zoneMinute}`
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`
}

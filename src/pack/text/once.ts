/** Makes something of an object that stays as it is, and makes it once: whoever asks for it again gets the same. */
export function oncePer<Subject extends object, Made>(
  make: (subject: Subject) => Made,
): (subject: Subject) => Made {
  const made = new WeakMap<Subject, { readonly value: Made }>()
  return (subject) => {
    const found = made.get(subject) ?? { value: make(subject) }
    made.set(subject, found)
    return found.value
  }
}

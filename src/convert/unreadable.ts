/** Why a file cannot be converted, in words that go on from "cannot be read:". */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

import { FORM_DATA_ID, type FormPageData } from '../contracts/form-page.ts'
import { element } from './elements.ts'
import { startForm } from './form-page.ts'

const data = document.getElementById(FORM_DATA_ID)?.textContent
const sheet = document.querySelector('fieldset.sheet')
if (data && sheet) {
  const form = element('form')
  sheet.replaceWith(form)
  form.append(sheet)
  startForm(form, JSON.parse(data) as FormPageData)
}

import { FORM_DATA_ID, type FormPageData } from '../contracts/form-page.ts'
import { startForm } from './form-page.ts'

const data = document.getElementById(FORM_DATA_ID)?.textContent
const form = document.querySelector('form')
if (data && form) startForm(form, JSON.parse(data) as FormPageData)

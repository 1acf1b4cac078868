"""Makes a form as programs on servers make them: `python3 make-reportlab.py FILE`."""
import sys
from reportlab.pdfgen import canvas
from reportlab.lib.pagesizes import A4

page = canvas.Canvas(sys.argv[1], pagesize=A4, invariant=1)
page.setTitle('Leave request')
page.setFont('Helvetica-Bold', 16)
page.drawString(60, 780, 'Leave request')
page.setFont('Helvetica', 11)
form = page.acroForm

def text(label, name, y, **options):
    page.drawString(60, y + 5, label)
    form.textfield(name=name, x=200, y=y, width=300, height=20, fontSize=11, **options)

text('Full name', 'Text1', 730, fieldFlags='required', maxlen=60)
text('E-mail', 'Text2', 700)
text('First day of leave', 'Text3', 670, tooltip='First day of leave (date)')
text('Number of days', 'Text4', 640)
page.drawString(60, 605, 'Reason')
form.textfield(name='Text5', x=60, y=540, width=440, height=60, fontSize=11, fieldFlags='multiline', maxlen=500)
page.drawString(60, 510, 'Department')
form.choice(name='Dept', x=200, y=505, width=150, height=20, fontSize=11, fieldFlags='combo',
            options=[('Care', 'C1'), ('Kitchen', 'K2'), ('Office', 'O3')], value='C1')
page.drawString(60, 475, 'Kind of leave')
for index, (label, value) in enumerate([('Annual', '0'), ('Sick', '1'), ('Unpaid', '2')]):
    form.radio(name='Kind', value=value, x=200 + 90 * index, y=472, size=14, selected=False, buttonStyle='circle', shape='circle')
    page.drawString(220 + 90 * index, 475, label)
form.checkbox(name='Box9', x=60, y=440, size=14, checked=False)
page.drawString(80, 443, 'My manager has agreed to this')
text('Signature', 'Sign', 400)
text('Date', 'Text10', 370)
page.showPage()
page.save()

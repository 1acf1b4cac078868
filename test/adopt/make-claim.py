"""Makes a form with a box for each answer and a table of boxes: `python3 make-claim.py FILE`."""
import sys
from reportlab.pdfgen import canvas
from reportlab.lib.pagesizes import A4

c = canvas.Canvas(sys.argv[1], pagesize=A4, invariant=1)
f = c.acroForm
c.setFont('Helvetica-Bold',18); c.drawString(60,790,'Travel claim'); c.setFont('Helvetica',11)
def text(n,x,y,w,h=16,**k): f.textfield(name=n,x=x,y=y,width=w,height=h,fontSize=10,borderWidth=1,**k)
def box(n,x,y): f.checkbox(name=n,x=x,y=y,size=12,borderWidth=1, fieldFlags='')
c.drawString(60,752,'Name:'); text('Text1',150,748,200)
c.drawString(60,722,'Kind of contract:')
for i,(w,x) in enumerate([('Permanent',170),('Temporary',270),('Fixed term',370)]): box(f'Check{i+1}',x,720); c.drawString(x+16,722,w)
c.drawString(60,692,'Have you claimed before?'); c.drawString(220,692,'Yes'); box('Check4',245,690); c.drawString(270,692,'No'); box('Check5',290,690)
c.drawString(60,665,'How did you travel? (tick all that apply)')
for i,w in enumerate(['Train','Bus','Own car']): box(f'C{i+6}',60,645-i*20); c.drawString(80,647-i*20,w)
c.setFont('Helvetica-Bold',12); c.drawString(60,575,'Journeys'); c.setFont('Helvetica',10)
for w,x in [('Date',60),('From',160),('To',280),('Miles',400)]: c.drawString(x,555,w)
k=20
for r in range(4):
  for x,wd in [(60,95),(160,115),(280,115),(400,60)]:
    text(f'T{k}',x,535-r*18,wd); k+=1
c.setFont('Helvetica',11)
c.drawString(60,440,'I declare:')
for i,w in enumerate(['I have paid for all of this myself and shall not claim it elsewhere','I have kept the receipts for all of the journeys in this claim form']): box(f'D{i}',60,418-i*20); c.drawString(80,420-i*20,w)
c.drawString(60,360,'Monday'); text('m1',150,356,80); text('m2',240,356,80)
c.drawString(60,338,'Tuesday'); text('t1',150,334,80); text('t2',240,334,80)
c.drawString(150,380,'Start'); c.drawString(240,380,'End')
c.save()

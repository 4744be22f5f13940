# Makes the invoices of this example, the same each time: python3 make-invoices.py, in this folder.
import csv, random, datetime as d
random.seed(2027)
D=d.date
hol={D(2026,10,12),D(2026,11,11),D(2026,11,26),D(2026,12,25),D(2027,1,1),D(2027,1,18)}
wd=lambda x: x.weekday()<5 and x not in hol
def addw(x,n):
    step=1 if n>0 else -1
    while n: 
        x+=d.timedelta(step)
        if wd(x): n-=step
    return x
def nextw(x):
    while not wd(x): x+=d.timedelta(1)
    return x
rows=[]
def inv(no,kind,vendor,received,entered,accepted,approved,scheduled,amount,interest='0.00',returned=None,resub=None,cancelled=None):
    rows.append(dict(VENDOR_ID=vendor,INVOICE_NO=no,RECEIPT_DATE=received,RETURN_DATE=returned,RESUBMIT_DATE=resub,ENTRY_DATE=entered,ACCEPT_DATE=accepted,APPROVAL_DATE=approved,SCHEDULE_ACCEPT_DATE=scheduled,CANCEL_DATE=cancelled,INVOICE_TYPE=kind,AMOUNT=amount,INTEREST_AMT=interest))
k=0
for month,n in ((11,24),(12,22)):
    first=D(2026,month,2 if month==11 else 1)
    for i in range(n):
        k+=1
        r=nextw(first+d.timedelta(random.randrange(0,8)))
        e=addw(r,random.choice([0,1,1,2]))
        a=r
        p=addw(e,random.choice([1,2,2,3]))
        s=addw(p,random.randrange(2,7))
        assert (s-a).days<=25 and s.month==month,(r,e,p,s)
        inv(f'C-{k:03}','COM',f'V{100+k%9}',r,e,a,p,s,f'{random.randrange(20000,900000)/100:.2f}')
# what is not usual
inv('C-101','COM','V101',D(2026,11,2),D(2026,11,3),D(2026,11,2),D(2026,11,5),D(2026,11,30),'4100.00','18.45')   # 28 days: late
inv('C-102','COM','V102',D(2026,11,4),D(2026,11,5),D(2026,11,4),D(2026,12,8),D(2026,12,11),'980.00','2.10')      # approved too late
inv('U-103','UTL','V103',D(2026,11,9),D(2026,11,13),D(2026,11,9),D(2026,11,16),D(2026,11,20),'312.40')             # entered late
inv('C-104','COM','V104',D(2026,11,12),D(2026,11,13),D(2026,11,12),D(2026,11,17),D(2026,11,24),'1250.00',returned=D(2026,11,5),resub=D(2026,11,12)) # improper, came again
inv('C-105','COM','V105',D(2026,12,2),D(2026,12,3),D(2026,12,2),None,None,'77.00',cancelled=D(2026,12,4))              # cancelled
inv('T-106','TRV','V106',D(2026,12,7),D(2026,12,8),D(2026,12,7),D(2026,12,10),D(2026,12,18),'640.25')
names=list(rows[0])
for m in (11,12):
    with open(f'records/invoices-2026-{m}.csv','w',newline='') as f:
        w=csv.writer(f,lineterminator='\n'); w.writerow(names)
        for r in rows:
            if r['RECEIPT_DATE'].month==m:
                w.writerow([ (v.strftime('%m/%d/%Y') if isinstance(v,d.date) else ('' if v is None else v)) for v in r.values()])

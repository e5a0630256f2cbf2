"""What people type and what they mean by it: texting, coded words, slips of the finger, one a line.

Words of danger and words that routes are found by; the rest may stay as it is. Written without apostrophes.
"""

import re

_TEXTING = """
u = you
ur = your
urs = yours
r = are
ure = youre
y r u = why are you
bc = because
bcs = because
bcuz = because
becos = because
becuz = because
becasue = because
becuase = because
cuz = because
coz = because
rn = right now
atm = at the moment
tn = tonight
tnite = tonight
tonite = tonight
2nite = tonight
2night = tonight
tonigh = tonight
tonihgt = tonight
tmrw = tomorrow
tmr = tomorrow
tmw = tomorrow
2moro = tomorrow
2morrow = tomorrow
tomoz = tomorrow
tomoro = tomorrow
tommorow = tomorrow
tommorrow = tomorrow
tomorow = tomorrow
tomorro = tomorrow
wanna = want to
wana = want to
wannna = want to
wnt = want
wantto = want to
gonna = going to
gunna = going to
gona = going to
gna = going to
finna = going to
imma = im going to
ima = im going to
gotta = have to
oughta = ought to
shoulda = should have
coulda = could have
woulda = would have
dunno = dont know
idk = i dont know
idek = i dont even know
idc = i dont care
idgaf = i dont care
dgaf = dont care
ily = i love you
tbh = to be honest
ngl = to be honest
imo = i think
irl = in real life
smth = something
sumthing = something
smthn = something
sth = something
sum1 = someone
some1 = someone
any1 = anyone
no1 = no one
every1 = everyone
evry1 = everyone
ppl = people
pls = please
plz = please
plss = please
pleas = please
b4 = before
2day = today
l8r = later
gr8 = great
m8 = mate
thru = through
tho = though
altho = although
wld = would
cld = could
shld = should
shud = should
cud = could
wud = would
wot = what
wiv = with
ov = of
abt = about
msg = message
dnt = dont
dnot = do not
cnt = cant
carnt = cant
cannae = cant
canny = cant
dinnae = dont
dinny = dont
didnae = didnt
wasnae = wasnt
isnae = isnt
wouldnae = wouldnt
winnae = wont
willnae = wont
havnt = havent
havnae = havent
doesnae = doesnt
dosent = doesnt
dosnt = doesnt
doesent = doesnt
dident = didnt
wudnt = wouldnt
cudnt = couldnt
shudnt = shouldnt
aint = aint
innit = isnt it
meself = myself
mesel = myself
masel = myself
maself = myself
msyelf = myself
mysef = myself
myslf = myself
myslef = myself
mysel = myself
my self = myself
me self = myself
them selves = themselves
him self = himself
her self = herself
hisself = himself
"""

_CODED = """
ctb = catch the bus
unalived = killed
unaliving = killing
unalive = kill
unaliveing = killing
sewerslide = suicide
sewer slide = suicide
sewercide = suicide
sewerside = suicide
sooicide = suicide
toaster bath = suicide
toasterbath = suicide
forever box = grave
self delete = kill myself
selfdelete = kill myself
self deletion = suicide
self yeet = kill myself
commit not alive = kill myself
commit die = kill myself
game end myself = kill myself
kermit suicide = kill myself
kermit sewer slide = kill myself
killmyself = kill myself
killingmyself = killing myself
hurtmyself = hurt myself
cutmyself = cut myself
iwanttodie = i want to die
wanttodie = want to die
iwannadie = i want to die
wannadie = want to die
selfharm = self harm
selfharming = self harming
selfharmed = self harmed
selfhate = self hate
shing = self harming
sh again = self harm again
oded = overdosed
odd on = overdosed on
oding = overdosing
od on = overdose on
od again = overdose again
to od = to overdose
i od = i overdose
an od = an overdose
suicidal ideation = suicidal thoughts
ideation = suicidal thoughts
dv = domestic violence
kys = kill yourself
saed = sexually assaulted
graped = raped
"""

_SLIPS = """
sucide = suicide
suiside = suicide
suicde = suicide
suacide = suicide
suciide = suicide
siucide = suicide
suidice = suicide
suicid = suicide
sueside = suicide
suaside = suicide
sucidal = suicidal
suicidle = suicidal
suicidel = suicidal
suicidial = suicidal
sucicidal = suicidal
suisidal = suicidal
suecidal = suicidal
suicdal = suicidal
suicial = suicidal
slef = self
sefl = self
selfs harm = self harm
harmin = harming
cuting = cutting
cuttin = cutting
hurtin = hurting
killin = killing
kil = kill
kll = kill
klil = kill
kiling = killing
dieing = dying
dyin = dying
diying = dying
livin = living
liveing = living
dissapear = disappear
disapear = disappear
dissappear = disappear
burdon = burden
burdern = burden
burdan = burden
goodby = goodbye
good bye = goodbye
piils = pills
tabelts = tablets
paracetomol = paracetamol
paracetemol = paracetamol
overdos = overdose
overdosd = overdosed
over dose = overdose
over dosed = overdosed
nife = knife
knive = knife
brige = bridge
stangled = strangled
chocked me = choked me
rapped me = raped me
threated = threatened
threatend = threatened
threatning = threatening
vilent = violent
voilent = violent
abusiv = abusive
afriad = afraid
scarred of = scared of
theripist = therapist
theropist = therapist
therapst = therapist
therpist = therapist
terapist = therapist
thearpist = therapist
therapyst = therapist
threapist = therapist
theraphist = therapist
pyschologist = psychologist
phychologist = psychologist
psycologist = psychologist
physcologist = psychologist
psychologyst = psychologist
psychlogist = psychologist
sychologist = psychologist
psicologist = psychologist
councellor = counsellor
counciler = counsellor
councelor = counsellor
counselor = counsellor
counceller = counsellor
counsellar = counsellor
councilor = counsellor
councillor = counsellor
counseling = counselling
councelling = counselling
threapy = therapy
therpy = therapy
theraphy = therapy
terapy = therapy
appoinment = appointment
apointment = appointment
appointmnt = appointment
appointmet = appointment
appoitment = appointment
appt = appointment
appts = appointments
sesion = session
sessoin = session
sesh = session
seshs = sessions
reshedule = reschedule
reschedual = reschedule
recipt = receipt
reciept = receipt
recieve = receive
home work = homework
homwork = homework
homewrok = homework
work sheet = worksheet
work sheets = worksheets
excercise = exercise
excersise = exercise
exersise = exercise
excercises = exercises
excersises = exercises
exersises = exercises
thankyou = thank you
thankyu = thank you
thanx = thanks
thanku = thank you
thnx = thanks
thnks = thanks
thx = thanks
tnx = thanks
tks = thanks
ty = thank you
tysm = thank you so much
greatful = grateful
gratefull = grateful
apreciate = appreciate
appriciate = appreciate
greatly apreciated = appreciated
beter = better
bettter = better
judgemental = judgmental
jugded = judged
jugde = judge
dismised = dismissed
dissmissed = dismissed
unconfortable = uncomfortable
uncomfterble = uncomfortable
confortable = comfortable
lisen = listen
lissen = listen
lisens = listens
lissens = listens
listin = listen
listn = listen
undestand = understand
understad = understand
understnd = understand
beleive = believe
belive = believe
beleives = believes
embarased = embarrassed
embarassed = embarrassed
embarrased = embarrassed
diffrent = different
diferent = different
diffrant = different
"""


def _read(*tables: str) -> dict[str, str]:
    rows = (line.split(" = ") for table in tables for line in table.split("\n") if line)
    return {typed: meant for typed, meant in rows if typed != meant}


MEANT = _read(_TEXTING, _CODED, _SLIPS)

# «sh» after these is self-harm; else it is a hush.
_BEFORE_SELF_HARM = (
    "urge to", "urges to", "want to", "need to", "to stop", "been", "started", "relapsed with", "relapsed on", "relapsed into",
    "from", "about", "of", "my", "did", "clean", "into", "no", "and", "with", "without", "or", "the", "any", "some", "doing",
)  # fmt: skip
SELF_HARM = re.compile(
    r"\bs[/.]h\b|(?:" + "|".join(rf"(?<=\b{said} )" for said in _BEFORE_SELF_HARM) + r")sh\b(?!!)"
)

# «kms» beside these is a distance.
BEFORE_A_DISTANCE = (
    r"(?:\d+|few|many|several|some|hundred|thousand|ten|twenty|five|couple of|how many|more|extra|two|three)"
)
AFTER_A_DISTANCE = r"(?:away|from|per|an hour|of|run|ran|to|walk|long|and back|each|on the clock|left|further)"

# Words with two letters alike, for what is written «killll» or «soooon».
DOUBLED = frozenset(
    "kill killing killed pill pills all will ill hell well feel feeling need see been too good soon off miss missed pass less"
    " loss tell still bleed bleeding sleep deep week keep free meet cutting stopped happy sorry happen happened stopping hitting"
    " call really funny look book took attempt appointment session feels needs seen class full pull wall small better letter"
    " bottle upset hopeless useless worthless shoot shooting freeze scarred beer butt fell sell yell yelling cheers school".split()
)

# Words that are hidden behind signs and figures: «k1ll», «su!cide», «s*icide».
MASKABLE = (
    "suicide suicidal kill killing killed myself himself herself die dying died dead death cut cutting harm harming hurt hang"
    " hanging rape raped overdose overdosed pills abuse abused abusing stab stabbed shoot gun knife beat beating choked strangled"
    " molested sexual assault assaulted murder bleed bleeding drown noose selbstmord suizid umbringen sterben suicidio morir"
).split()

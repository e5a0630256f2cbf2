"""What people mean and how they type it: texting, coded words, slips of the finger, one meaning a line.

Words of danger and words that routes are found by; the rest may stay as it is. Written without apostrophes.
"""

from bot.rules.triage.coded_words import CODED

_TEXTING = """
im = i am
you = u
your = ur
yours = urs
are = r
youre = ure
why are you = y r u
because = bc, bcs, bcuz, becos, becuz, becasue, becuase, cuz, coz
right now = rn
at the moment = atm
tonight = tn, tnite, tonite, 2nite, 2night, tonigh, tonihgt
tomorrow = tmrw, tmr, tmw, 2moro, 2morrow, tomoz, tomoro, tommorow, tommorrow, tomorow, tomorro
want to = wanna, wana, wannna, wantto
want = wnt
going to = gonna, gunna, gona, gna, finna
im going to = imma, ima
have to = gotta
ought to = oughta
should have = shoulda
could have = coulda
would have = woulda
dont know = dunno
i dont know = idk
i dont even know = idek
i dont care = idc, idgaf
dont care = dgaf
i love you = ily
to be honest = tbh, ngl
i think = imo
in real life = irl
something = smth, sumthing, smthn, sth
someone = sum1, some1
anyone = any1
no one = no1
everyone = every1, evry1
people = ppl
please = pls, plz, plss, pleas
before = b4
today = 2day
later = l8r
great = gr8
mate = m8
through = thru
though = tho
although = altho
would = wld, wud
could = cld, cud
should = shld, shud
what = wot
with = wiv
of = ov
about = abt
message = msg
dont = do not, dnot, dnt, dinnae, dinny
cant = cannot, can not, cnt, carnt, cannae, canny
didnt = did not, didnae, dident
wasnt = wasnae
isnt = isnae
wouldnt = would not, wouldnae, wudnt
wont = will not, winnae, willnae
havent = havnt, havnae
doesnt = does not, doesnae, dosent, dosnt, doesent
couldnt = cudnt
shouldnt = shudnt
isnt it = innit
myself = meself, mesel, masel, maself, msyelf, mysef, myslf, myslef, mysel, my self, me self
themselves = them selves
himself = him self, hisself
herself = her self
"""

_SLIPS = """
suicide = sucide, suiside, suicde, suacide, suciide, siucide, suidice, suicid, sueside, suaside
suicidal = sucidal, suicidle, suicidel, suicidial, sucicidal, suisidal, suecidal, suicdal, suicial
self = slef, sefl
self harm = selfs harm
harming = harmin
cutting = cuting, cuttin
hurting = hurtin
killing = killin, kiling
kill = kil, kll, klil
dying = dieing, dyin, diying
living = livin, liveing
disappear = dissapear, disapear, dissappear
burden = burdon, burdern, burdan
goodbye = goodby, good bye
pills = piils
tablets = tabelts
paracetamol = paracetomol, paracetemol
overdose = overdos, over dose
overdosed = overdosd, over dosed
knife = nife, knive
bridge = brige
strangled = stangled
choked me = chocked me
raped me = rapped me
threatened = threated, threatend
threatening = threatning
violent = vilent, voilent
abusive = abusiv
afraid = afriad
scared of = scarred of
therapist = theripist, theropist, therapst, therpist, terapist, thearpist, therapyst, threapist, theraphist
psychologist = pyschologist, phychologist, psycologist, physcologist, psychologyst, psychlogist, sychologist, psicologist
counsellor = councellor, counciler, councelor, counselor, counceller, counsellar, councilor, councillor
counselling = counseling, councelling
therapy = threapy, therpy, theraphy, terapy
appointment = appoinment, apointment, appointmnt, appointmet, appoitment, appt
appointments = appts
session = sesion, sessoin, sesh
sessions = seshs
reschedule = reshedule, reschedual
receipt = recipt, reciept
receive = recieve
homework = home work, homwork, homewrok
worksheet = work sheet
worksheets = work sheets
exercise = excercise, excersise, exersise
exercises = excercises, excersises, exersises
thank you = thankyou, thankyu, thanku, ty
thanks = thanx, thnx, thnks, thx, tnx, tks
thank you so much = tysm
grateful = greatful, gratefull
appreciate = apreciate, appriciate
appreciated = greatly apreciated
better = beter, bettter
judgmental = judgemental
judged = jugded
judge = jugde
dismissed = dismised, dissmissed
uncomfortable = unconfortable, uncomfterble
comfortable = confortable
listen = lisen, lissen, listin, listn
listens = lisens, lissens
understand = undestand, understad, understnd
believe = beleive, belive
believes = beleives
embarrassed = embarased, embarassed, embarrased
different = diffrent, diferent, diffrant
"""


def _read(*tables: str) -> dict[str, str]:
    rows = (line.split(" = ") for table in tables for line in table.split("\n") if line)
    return {typed: meant for meant, several in rows for typed in several.split(", ")}


MEANT = _read(_TEXTING, CODED, _SLIPS)

# Words with two letters alike, for what is written «killll» or «soooon».
DOUBLED = frozenset(
    [
        "kill",
        "killing",
        "killed",
        "pill",
        "pills",
        "all",
        "will",
        "ill",
        "hell",
        "well",
        "feel",
        "feeling",
        "need",
        "see",
        "been",
        "too",
        "good",
        "soon",
        "off",
        "miss",
        "missed",
        "pass",
        "less",
        "loss",
        "tell",
        "still",
        "bleed",
        "bleeding",
        "sleep",
        "deep",
        "week",
        "keep",
        "free",
        "meet",
        "cutting",
        "stopped",
        "happy",
        "sorry",
        "happen",
        "happened",
        "stopping",
        "hitting",
        "call",
        "really",
        "funny",
        "look",
        "book",
        "took",
        "attempt",
        "appointment",
        "session",
        "feels",
        "needs",
        "seen",
        "class",
        "full",
        "pull",
        "wall",
        "small",
        "better",
        "letter",
        "bottle",
        "upset",
        "hopeless",
        "useless",
        "worthless",
        "shoot",
        "shooting",
        "freeze",
        "scarred",
        "beer",
        "butt",
        "fell",
        "sell",
        "yell",
        "yelling",
        "cheers",
        "school",
    ]
)

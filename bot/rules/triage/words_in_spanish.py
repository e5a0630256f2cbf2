"""Spanish: danger, what takes it back. Found with and without accents and ñ."""

from bot.rules.triage.danger_kinds import Judged, Sayings, Tier
from bot.rules.triage.phrases import slot, ways
from bot.rules.triage.signs import Around

_PILLS = slot("pastillas|pastilla|píldoras|tabletas|medicamentos|medicinas|somníferos|calmantes")
KIN = slot(
    "marido|esposo|esposa|mujer|novio|novia|pareja|ex|exmarido|exnovio|padre|papá|padrastro|madre|mamá|hermano|hermana|hijo|hija|hijos|tío|tía|primo|prima|amigo|amiga|abuelo|abuela|jefe|jefa|compañero|compañera|vecino|vecina|suegra|suegro|cuñado|familia|padres|profesor|profesora"
)
_BODY = slot("venas|muñecas|muñeca|brazo|brazos|pierna|piernas|muslos|piel")

SAYINGS = (
    Sayings(
        "Spanish: intent",
        Tier.HIGH,
        Judged.OWN,
        ways(
            r"""
            (quiero|quisiera|querría|quería|deseo|prefiero|preferiría|voy a|ganas de|me gustaría|merezco) ~1 (morir|morirme|estar muert[oa]|matarme|suicidarme|desaparecer para siempre|dejar de existir|dejar de vivir|quitarme la vida)
            me (quiero|voy a|quisiera|quería) (morir|matar|suicidar|quitar la vida|tirar (al|a la|del|desde|por)|ahorcar|colgar|cortar las venas)
            (matarme|suicidarme|quitarme la vida|quitarme del medio|ahorcarme|colgarme|pegarme un tiro|ahogarme en|tirarme (al tren|a las vías|del puente|por la ventana|al metro|desde|de un|por el balcón|a la vía)|cortarme las venas)
            (acabar|terminar) con (todo|mi vida|este sufrimiento|esta vida)
            (poner|ponerle) fin a (mi vida|todo|esto)
            no (quiero|deseo|aguanto) (seguir |más )?(viviendo|vivir|estar aquí|existir|despertar|despertarme|estar vivo|estar viva|seguir aquí|esta vida|la vida)( así| más|$)? -(en|con|sol[oa]|juntos|cerca)
            no quiero (seguir )?(vivir|viviendo)
            ya no quiero (vivir|estar aquí|estar|seguir( así| viviendo|$)|despertar)
            (sin|no tengo|no me quedan|perdí las|he perdido las) (ganas|razones|motivos|fuerzas|razón) (de|para) (vivir|seguir viviendo)
            (pensamientos|ideas|ideación) (suicidas?|de muerte|de suicidio)
            (me siento|estoy|soy|siento) ~1 suicida
            (pienso|pensando|pensado|pensé|piensa) ~2 (suicidarme|matarme|quitarme la vida|en el suicidio|en suicidio)
            (intento|intenté|intentar|intentado|tentativa) (de )?(suicidio|suicidarme|matarme|quitarme la vida)
            """
        ),
        may_be_figure=True,
    ),
    Sayings(
        "Spanish: plan, means, act, goodbye",
        Tier.HIGH,
        Judged.OWN,
        ways(
            r"""
            (tengo|guardo|guardé|he guardado|compré|junté|estoy juntando|conté|aquí están) ~3 ({PILLS}|soga|cuerda|cuchilla|cuchillas|navaja|cuchillo|pistola|arma) ~3 (aquí|lista|listo|listas|en la mano|delante|conmigo|guardadas|en la mesa|preparad[oa]s?|para (hacerlo|acabar|eso))
            (tomé|tomado|tomo|tragué|tragado|me tomé|me he tomado) ~3 (todas|muchas|demasiadas|un frasco|un bote|una caja|cajas|un puñado|veinte|treinta|\d\d) ~2 {PILLS}
            (tomé|tomado|tragué|tragado) ~4 {PILLS} (y|para|de golpe|juntas)
            (todas|demasiadas) ~2 {PILLS}
            sobredosis
            (estoy|parad[oa]|sentad[oa]|subid[oa]) ~3 (en|al borde de|sobre) ~2 (puente|azotea|vías|balcón|tejado|barandilla|acantilado|cornisa|andén)
            (saltar|tirarme|lanzarme|salto|saltaré|me tiro) ~3 (puente|tren|ventana|balcón|azotea|metro|vías)
            (carta|cartas|nota|mensaje) de (despedida|suicidio)
            cuando (leas|lean|leáis|veas|encuentren) (esto|este mensaje|mi cuerpo)
            cuando (yo )?(ya )?no (esté|este aquí|esté aquí)
            (este es|es) mi último (mensaje|día|adiós)
            (adiós|me despido) (para siempre|a todos|de todos|mundo)
            (diles|dile|dígale|díganle) a (mis|mi) \w+ que (los|las|le|la|lo) (quiero|quise|amo|amé)
            (cuida|cuiden|cuidad) ~2 (mis hijos|mi perro|mi gato|mi hija|mi hijo|mi madre) ~2 (cuando|por favor|por mí)
            (voces|voz) ~4 (me dicen|me dice|diciendo|que me mate|matarme|salte|que lo haga|me ordenan)
            (miedo|temo) ~4 (hacerme daño|de lo que (pueda|puedo) hacer|de mí mism[oa]|hacer una (locura|tontería))
            no (estoy|me siento) segur[oa] conmigo (mism[oa])?
            no (me fío|respondo|puedo prometer) ~3 (de mí|mism[oa]|que seguiré|aquí)
            me (corté|he cortado) ~1 (las )?{BODY}
            (esta noche|hoy|mañana) (lo hago|acabo con todo|se acaba todo|termina todo)
            lo (voy a hacer|haré) (esta noche|hoy)
            """,
            PILLS=_PILLS,
            BODY=_BODY,
        ),
        Tier.HIGH,
    ),
    Sayings(
        "Spanish: half said",
        Tier.POSSIBLE,
        Judged.OWN,
        ways(
            r"""
            (mejor|más fácil|más felices|más tranquilos|aliviados) ~3 (sin mí|si (yo )?(no estuviera|no existiera|me muriera|desapareciera|muriera|no hubiera nacido|estuviera muert[oa]|no estoy|me muero))
            (ojalá|quisiera|desearía|me gustaría) ~2 (no (estar|haber nacido|existir|despertar|despertara|despertarme|hubiera nacido|me despertara|estuviera)|estuviera muert[oa]|me muriera|morirme|desaparecer|dormir para siempre|dormirme y no)
            (dormir|dormirme|acostarme) ~2 y no (despertar|despertarme|volver)
            no (despertar|despertarme) (más|nunca|mañana)
            (ya )?no (puedo|aguanto|soporto|doy) (más|seguir así|seguir|con esto|tanto dolor|este dolor|con mi vida|con la vida|esta vida)( con esto| así| con la vida|$| quiero| y)
            no (le )?(veo|encuentro|hay|tiene|queda) ~1 (salida|sentido|futuro|razón|motivo|solución) ~2 (a (la vida|mi vida|vivir|nada|seguir)|para (vivir|seguir|mí)|en (vivir|seguir|la vida|mi vida)|$|la vida|vivir|seguir)
            (la vida|mi vida|vivir|nada) ~1 (no )?(tiene|vale|merece) ~1 (sentido|la pena|nada)( vivir| vivirla|$| para)
            (para qué|de qué sirve|qué sentido tiene) (vivir|seguir|sigo|estoy|seguir viviendo|vivo|mi vida)
            (nadie|quién) (me )?(extrañaría|extrañará|echaría de menos|notaría|lloraría|se daría cuenta|va a extrañar)
            (soy|solo soy|sería|me siento) (una|un|como una) (carga|estorbo|peso|molestia) (para|$|y)
            (cansad[oa]|hart[oa]) de (vivir|la vida|esta vida|existir|estar viv[oa])
            (no merezco) (vivir|estar aquí|existir)
            (pienso|pensando|pensar|pensado) (en |sobre )(la muerte|mi muerte|morir|morirme|hacerme daño|lastimarme|no estar)
            (hacerme|haciéndome|hago|hice|hecho) (daño|cortes)( a mí mism[oa]| otra vez|$| y| para| en)
            (me|he) (corto|corté|he cortado|estoy cortando|quemo|quemé|lastimo|lastimé|autolesion*|golpeo) -(el pelo|las uñas|cabello|el cabello|el dedo|la mano con|afeit*|cocin*|al afeitar)( otra vez| a propósito| los| las| el| la| en| para| cuando|$)
            (cortarme|lastimarme|quemarme|autolesion*|hacerme cortes) -(el pelo|las uñas)
            autolesión*
            suicid(io|a|arse|as)
            (esperanza|ganas de nada|fuerzas) ~1 (perdida|perdí|ya no tengo|no tengo|me quedan)
            (que|ojalá) (me )?(atropelle|atropellara|mate|lleve|llevara) ~2 (un coche|un carro|un camión|un tren|dios|la muerte|el cáncer)
            desaparecer (para siempre|del mundo|de este mundo|y ya)
            """
        ),
        may_be_figure=True,
    ),
    Sayings(
        "Spanish: violence, threat",
        Tier.HIGH,
        Judged.FROM_OTHERS,
        ways(
            r"""
            (me|nos) (pega|pegó|golpea|golpeó|maltrata|maltrató|viola|violó|amenaza|amenazó|estrangula|estranguló|empuja|empujó|ahorca|ahorcó|agrede|agredió|patea|pateó|abofetea|abofeteó|acosa|persigue|encierra|encerró|ahoga|da palizas|dio una paliza|levanta la mano|levantó la mano|arrastró|apuñaló|jaló del pelo|tiró del pelo) -(mucho el sol|la gripe|el calor|un susto|duro la noticia|la risa)
            me (ha|había|han) (pegado|golpeado|violado|amenazado|estrangulado|empujado|encerrado|agredido|maltratado|acosado|perseguido)
            (va a|quiere|dice que|dijo que|amenaza con|amenazó con|me juró que|jura) (va a |me va a |quiere )?(matarme|matarnos|pegarme|me va a matar|golpearme|quemar la casa|hacerme daño|hacernos daño|matar a (mi|mis|los|las)( \w+)?)
            me (va|quiere) a? ?matar
            (tiene|con|sacó|trae) (un |una |el |la )?(cuchillo|pistola|arma|machete|navaja|bate)( en la mano| y|$| en| conmigo| porque)
            (no me deja|no nos deja) (salir|irme|ir|hablar|ver a|usar el|trabajar|tener)
            me (quitó|quita|escondió|tiene) (el (teléfono|celular|móvil|pasaporte)|las llaves|encerrada|encerrado|secuestrada)
            (escondid[oa]|encerrad[oa]|estoy escond*) (en (el|la) (baño|cuarto|habitación|casa|armario))
            (miedo|temo) (por mi vida|que me mate|que nos mate|que me pegue|por mis hijos|por la vida)
            (abusa|abusó|abusaba|me toca|me tocó|me tocaba|me forzó|me fuerza|me obliga|me obligó) (sexualmente|de mí|por la noche|a (hacer|tener|acostarme)|cuando duermo)
            (violencia (doméstica|de género|machista|en casa)|víctima de (violencia|maltrato))
            (le pega|les pega|pega|golpea|maltrata|abusa de) a? ?(mis hijos|mi hijo|mi hija|los niños|las niñas|mi madre|mi mamá|la niña|el niño)
            (está|sigue|anda) (afuera|fuera|en la puerta|delante) (de (mi|la) (casa|puerta)|esperando*)
            me sigue (a casa|a todas partes|por la calle|desde)
            (moretones|moratones|ojo morado) ~3 (de él|de ella|porque|en el cuello|me)
            """
        ),
        Tier.HIGH,
    ),
    Sayings(
        "Spanish: fear at home",
        Tier.POSSIBLE,
        Judged.FROM_OTHERS,
        ways(
            r"""
            (miedo|pánico|terror) (de|a) (mi {KIN}|él|ella|volver a casa|ir a casa|estar en casa|llegar a casa)
            no (me siento|estoy) (segur[oa]|a salvo) (en (mi |la )?casa|con (él|ella|mi {KIN})|aquí)
            (mi {KIN}|él|ella) (es|se pone|se puso) (muy )?(violent[oa]|agresiv[oa])
            (controla|revisa|vigila) (mi (teléfono|móvil|celular|dinero)|todo lo que|a dónde)
            cuando (bebe|toma|está borracho|llega borracho) ~4 (miedo|violento|grita|me escondo|agresivo)
            """,
            KIN=KIN,
        ),
    ),
    Sayings(
        "Spanish: danger to another",
        Tier.HIGH,
        Judged.OF_ANOTHER,
        ways(
            r"""
            (quiere|va a|quería|dice que va a|amenaza con|intentó|intenta|piensa) (suicidarse|matarse|quitarse la vida|morir|morirse|ahorcarse|hacerse daño|tirarse)
            se (quiere|va a|intentó|quería) (matar|suicidar|morir|quitar la vida|ahorcar|tirar)
            se (corta|lastima|autolesiona|hace daño|está cortando)( los| las| en| a| y|$) -(el pelo|la luz|la leche)
            (mi {KIN}|él|ella) (ya )?no quiere (vivir|seguir viviendo)
            (miedo|temo|ganas|pensamientos|impulsos|ideas) (de|en) (hacerle|hacer|pegarle|lastimar|dañar|sacudir|matar) ~2 (daño )?(al bebé|a mi bebé|bebé|a mi hijo|a mi hija|a mis hijos|a alguien|al niño|a la niña|mi esposa|mi marido)
            (voy a|quiero|podría|ganas de) (matarlo|matarla|matarlos|matar a (mi \w+|alguien|ese|esa)|apuñalar*|hacerle daño a)
            (sacudí|zarandeé|he sacudido) (al|a mi|a la) (bebé|hijo|hija|niño|niña)
            """,
            KIN=KIN,
        ),
    ),
)  # fmt: skip

AROUND = Around(
    no="no|nunca|jamas|sin|ni|tampoco|nada de",
    passed_over="me|te|he|estoy|soy|voy|quiero|pienso|pensado|en|de|que|a|la|el|mi|tengo|ningun|ninguna|ganas|idea|ideas|pensamientos|intencion|pensando|planes|nada|es|siento|quisiera|querria|jamas|nunca|realmente|para",
    long_ago="hace (?:muchos |varios |\\w+ )?anos|cuando (?:era|tenia|fui|estaba en)|de (?:nino|nina|joven|adolescente|pequen[oa])|en el pasado|antes (?:queria|me|pensaba)|en mi (?:infancia|adolescencia|juventud)|a los (?:1\\d|dieciseis|quince|catorce|diecisiete|dieciocho)|el ano pasado|hace tiempo",
    still="todavia|aun|otra vez|de nuevo|hoy|ahora|ultimamente|sigo|esta noche",
    past_form="quise|queria|intente|pense|pensaba|tome|corte|cortaba|pegaba|pego|hacia|era|tenia|matarme|suicidarme|morir|morirme|golpeaba|violo|maltrataba",
    another=f"(?:{KIN})|el|ella|ellos|alguien|le|se",
    oneself="yo|me|mi|mis|nos|estoy|soy|quiero|voy|tengo",
    figure="de (?:risa|hambre|sed|aburrimiento|verguenza|calor|frio|pena ajena|sueno|amor|ganas de verte|envidia|la risa)|me muero de|pelicula|serie|novela|libro|cancion|noticias|el trafico|el calor|curso|taller de|conferencia|prevencion|el examen|muerta de risa|jajaja\\w*|jaja\\w*",
)

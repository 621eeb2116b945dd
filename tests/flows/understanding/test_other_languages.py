"""Signs in six other languages, as frightened people type them; what is denied, and what is none."""

import pytest

from flows.understanding import Reader
from flows.understanding.other_languages import OtherLanguages
from flows.understanding.phrases.normalise import plain
from flows.understanding.understood import Sign
from knowledge.content import Content


@pytest.fixture(scope="module")
def languages(content: Content) -> OtherLanguages:
    return OtherLanguages(content.phrases.languages, frozenset(content.graded["red_flag"]))


def said_in(languages: OtherLanguages, text: str) -> tuple[str, list[Sign]]:
    seen = plain(text)
    return languages.signs(seen, range(len(seen.words)))


def present(reader: Reader, text: str) -> set[str]:
    return {one.id for one in reader.read(text).signs if one.status == "present"}


GRAVE = {
    "es": [
        ("no puedo respirar", "trouble_breathing"),
        ("mi amigo no respira ayuda", "trouble_breathing"),
        ("tiene los labios morados", "trouble_breathing"),
        ("no se despierta por mas que le grito", "unresponsive"),
        ("está inconsciente en el suelo", "unresponsive"),
        ("mi novia esta convulsionando", "seizure"),
        ("respira muy lento y hace ruidos raros", "slow_breathing"),
        ("se acaba de desmayar", "fainting"),
        ("me duele mucho el pecho", "chest_pain"),
        ("quiero morirme", "self_harm"),
        ("me quiero matar", "self_harm"),
        ("se tomó las pastillas para matarse", "self_harm"),
        ("se me hincha la lengua", "airway_swelling"),
        ("tiene la cara torcida y no puede hablar", "stroke_signs"),
        ("está vomitando sangre", "vomiting_blood"),
        ("me echaron algo en la copa", "spiked"),
        ("tengo mucha fiebre", "fever"),
        ("ve cosas que no existen", "hallucinations"),
        ("no puede caminar", "unable_to_walk"),
        ("no paro de temblar", "severe_tremor"),
        ("tiene el cuerpo rígido", "rigidity"),
    ],
    "fr": [
        ("j'arrive pas à respirer", "trouble_breathing"),
        ("il respire plus", "trouble_breathing"),
        ("elle ne respire plus", "trouble_breathing"),
        ("elle a les lèvres bleues", "trouble_breathing"),
        ("il ne se réveille pas", "unresponsive"),
        ("on arrive pas à la réveiller", "unresponsive"),
        ("mon pote est inconscient", "unresponsive"),
        ("il convulse par terre", "seizure"),
        ("elle fait une crise d'épilepsie", "seizure"),
        ("il respire très lentement", "slow_breathing"),
        ("je suis tombé dans les pommes", "fainting"),
        ("j'ai mal à la poitrine", "chest_pain"),
        ("je veux mourir", "self_harm"),
        ("j'ai envie d'en finir", "self_harm"),
        ("je ne veux plus vivre", "self_harm"),
        ("sa langue gonfle", "airway_swelling"),
        ("il vomit du sang", "vomiting_blood"),
        ("on m'a drogué à mon insu", "spiked"),
        ("elle a de la fièvre", "fever"),
        ("il tient plus debout", "unable_to_walk"),
        ("il est tout raide", "rigidity"),
        ("elle sait plus où elle est", "confusion"),
    ],
    "de": [
        ("ich bekomme keine Luft", "trouble_breathing"),
        ("krieg kaum luft", "trouble_breathing"),
        ("er atmet nicht mehr", "trouble_breathing"),
        ("ihre Lippen sind blau", "trouble_breathing"),
        ("er wacht nicht auf", "unresponsive"),
        ("ich krieg sie nicht wach", "unresponsive"),
        ("mein freund ist bewusstlos", "unresponsive"),
        ("sie hat einen krampfanfall", "seizure"),
        ("er krampft und hat schaum vor dem mund", "seizure"),
        ("sie atmet ganz langsam", "slow_breathing"),
        ("er ist umgekippt", "fainting"),
        ("meine brust tut weh", "chest_pain"),
        ("ich will nicht mehr leben", "self_harm"),
        ("ich will sterben", "self_harm"),
        ("ich bring mich um", "self_harm"),
        ("meine zunge schwillt an", "airway_swelling"),
        ("er kotzt blut", "vomiting_blood"),
        ("jemand hat mir was ins glas getan", "spiked"),
        ("ich habe hohes fieber", "fever"),
        ("er kann nicht mehr laufen", "unable_to_walk"),
        ("er ist total verwirrt", "confusion"),
        ("seine arme sind ganz steif", "rigidity"),
    ],
    "pt": [
        ("não consigo respirar", "trouble_breathing"),
        ("ele parou de respirar", "trouble_breathing"),
        ("ela está com os lábios roxos", "trouble_breathing"),
        ("não consegue acordar", "unresponsive"),
        ("meu amigo não acorda", "unresponsive"),
        ("ela tá inconsciente", "unresponsive"),
        ("ele está a ter convulsões", "seizure"),
        ("está espumando pela boca", "seizure"),
        ("ele respira muito devagar", "slow_breathing"),
        ("minha irmã desmaiou", "fainting"),
        ("estou com dor no peito", "chest_pain"),
        ("quero morrer", "self_harm"),
        ("vou me matar", "self_harm"),
        ("não quero mais viver", "self_harm"),
        ("a língua dele está inchada", "airway_swelling"),
        ("está a vomitar sangue", "vomiting_blood"),
        ("colocaram algo na minha bebida", "spiked"),
        ("ela está a arder em febre", "fever"),
        ("ele não diz coisa com coisa", "confusion"),
        ("não consigo ficar em pé", "unable_to_walk"),
        ("não para de tremer", "severe_tremor"),
    ],
    "it": [
        ("non riesco a respirare", "trouble_breathing"),
        ("non respira", "trouble_breathing"),
        ("ha le labbra viola", "trouble_breathing"),
        ("non si sveglia", "unresponsive"),
        ("non riusciamo a svegliarlo", "unresponsive"),
        ("il mio amico è incosciente", "unresponsive"),
        ("ha le convulsioni", "seizure"),
        ("ha la schiuma alla bocca", "seizure"),
        ("respira pianissimo", "slow_breathing"),
        ("la mia ragazza è svenuta", "fainting"),
        ("mi fa male il petto", "chest_pain"),
        ("voglio morire", "self_harm"),
        ("voglio farla finita", "self_harm"),
        ("non voglio più vivere", "self_harm"),
        ("mi si gonfia la lingua, è gonfia", "airway_swelling"),
        ("sta vomitando sangue", "vomiting_blood"),
        ("mi hanno drogato", "spiked"),
        ("ho la febbre alta", "fever"),
        ("vede cose che non ci sono", "hallucinations"),
        ("non riesce a stare in piedi", "unable_to_walk"),
        ("è tutto rigido", "rigidity"),
    ],
    "nl": [
        ("ik krijg geen lucht", "trouble_breathing"),
        ("hij ademt niet meer", "trouble_breathing"),
        ("haar lippen zijn blauw", "trouble_breathing"),
        ("hij wordt niet wakker", "unresponsive"),
        ("ik krijg haar niet wakker", "unresponsive"),
        ("mijn vriend is bewusteloos", "unresponsive"),
        ("ze heeft een epileptische aanval", "seizure"),
        ("hij heeft stuiptrekkingen", "seizure"),
        ("hij ademt heel langzaam", "slow_breathing"),
        ("ze is flauwgevallen", "fainting"),
        ("ik heb pijn op mijn borst", "chest_pain"),
        ("ik wil dood", "self_harm"),
        ("ik wil niet meer leven", "self_harm"),
        ("hij wil zelfmoord plegen", "self_harm"),
        ("mijn tong is opgezwollen", "airway_swelling"),
        ("hij braakt bloed", "vomiting_blood"),
        ("iemand heeft iets in mijn drankje gedaan", "spiked"),
        ("ze heeft hoge koorts", "fever"),
        ("hij weet niet waar hij is", "confusion"),
        ("ze kan niet meer lopen", "unable_to_walk"),
        ("zijn benen zijn helemaal stijf", "rigidity"),
    ],
}

MILD = {
    "es": [
        ("estoy mareado", "dizziness"),
        ("me duele la cabeza", "headache"),
        ("no puedo dormir", "insomnia"),
        ("tengo ganas de vomitar", "nausea_vomiting"),
        ("estoy sudando mucho", "sweating"),
        ("me tiemblan las manos", "tremor"),
        ("tengo las pupilas dilatadas", "dilated_pupils"),
        ("tengo diarrea", "diarrhea"),
    ],
    "fr": [
        ("j'ai la tête qui tourne", "dizziness"),
        ("j'ai mal à la tête", "headache"),
        ("j'arrive pas à dormir", "insomnia"),
        ("j'ai envie de vomir", "nausea_vomiting"),
        ("je transpire beaucoup", "sweating"),
        ("mes mains tremblent", "tremor"),
        ("j'ai les pupilles dilatées", "dilated_pupils"),
        ("il a des frissons", "shivering"),
    ],
    "de": [
        ("mir ist schwindelig", "dizziness"),
        ("ich hab kopfschmerzen", "headache"),
        ("ich kann nicht schlafen", "insomnia"),
        ("mir ist total schlecht", "nausea_vomiting"),
        ("ich schwitze wie verrückt", "sweating"),
        ("meine hände zittern", "tremor"),
        ("seine pupillen sind riesig", "dilated_pupils"),
        ("ich habe durchfall", "diarrhea"),
    ],
    "pt": [
        ("estou tonto", "dizziness"),
        ("estou com dor de cabeça", "headache"),
        ("não consigo dormir", "insomnia"),
        ("tô enjoada", "nausea_vomiting"),
        ("estou a suar muito", "sweating"),
        ("minhas mãos estão tremendo", "tremor"),
        ("as pupilas estão dilatadas", "dilated_pupils"),
        ("o coração está acelerado", "fast_heartbeat"),
    ],
    "it": [
        ("mi gira la testa", "dizziness"),
        ("ho mal di testa", "headache"),
        ("non riesco a dormire", "insomnia"),
        ("mi viene da vomitare", "nausea_vomiting"),
        ("sto sudando tantissimo", "sweating"),
        ("mi tremano le mani", "tremor"),
        ("ha le pupille dilatate", "dilated_pupils"),
        ("ho i brividi", "shivering"),
    ],
    "nl": [
        ("ik ben duizelig", "dizziness"),
        ("ik heb hoofdpijn", "headache"),
        ("ik kan niet slapen", "insomnia"),
        ("ik ben misselijk", "nausea_vomiting"),
        ("ik zweet enorm", "sweating"),
        ("mijn handen trillen", "tremor"),
        ("zijn pupillen zijn groot", "dilated_pupils"),
        ("ik heb hartkloppingen", "fast_heartbeat"),
    ],
}

DENIED = {
    "es": [
        ("no tengo fiebre", "fever"),
        ("sin fiebre", "fever"),
        ("no está mareado", "dizziness"),
        ("no tiene diarrea", "diarrhea"),
        ("no me duele el pecho", "chest_pain"),
        ("no está inconsciente", "unresponsive"),
        ("no se ha desmayado", "fainting"),
        ("no quiero morir", "self_harm"),
    ],
    "fr": [
        ("pas de fièvre", "fever"),
        ("je n'ai pas de fièvre", "fever"),
        ("elle n'est pas inconsciente", "unresponsive"),
        ("il a pas mal à la tête", "headache"),
        ("sans diarrhée", "diarrhea"),
        ("il ne tremble pas", "tremor"),
        ("pas de vertiges", "dizziness"),
        ("je ne veux pas mourir", "self_harm"),
    ],
    "de": [
        ("kein fieber", "fever"),
        ("ich habe kein Fieber", "fever"),
        ("er ist nicht bewusstlos", "unresponsive"),
        ("mir ist nicht schlecht", "nausea_vomiting"),
        ("er zittert nicht", "tremor"),
        ("sie krampft nicht", "seizure"),
        ("ich hab keine kopfschmerzen", "headache"),
        ("ich will nicht sterben", "self_harm"),
    ],
    "pt": [
        ("não tenho febre", "fever"),
        ("sem febre", "fever"),
        ("ele não está inconsciente", "unresponsive"),
        ("nao tenho dor de cabeça", "headache"),
        ("não estou tonto", "dizziness"),
        ("ela não desmaiou", "fainting"),
        ("não tem diarreia", "diarrhea"),
        ("não quero morrer", "self_harm"),
    ],
    "it": [
        ("non ho la febbre", "fever"),
        ("senza febbre", "fever"),
        ("non è svenuto", "fainting"),
        ("non ha convulsioni", "seizure"),
        ("non ho mal di testa", "headache"),
        ("non mi gira la testa", "dizziness"),
        ("non ha diarrea", "diarrhea"),
        ("non voglio morire", "self_harm"),
    ],
    "nl": [
        ("geen koorts", "fever"),
        ("ik heb geen koorts", "fever"),
        ("hij is niet bewusteloos", "unresponsive"),
        ("ik ben niet duizelig", "dizziness"),
        ("zijn handen trillen niet", "tremor"),
        ("ze is niet flauwgevallen", "fainting"),
        ("ik heb geen hoofdpijn", "headache"),
        ("ik wil niet dood", "self_harm"),
    ],
}

HARMLESS = {
    "es": [
        "he tomado 5 gramos de kratom hace dos horas",
        "mi hermano toma sertralina todas las mañanas",
        "¿puedo mezclar kratom con ibuprofeno?",
        "me tomé dos pastillas azules con agua",
        "anoche salí de fiesta con mis amigos",
        "la pastilla es azul y blanca",
        "todo va bien, solo quiero preguntar algo",
    ],
    "fr": [
        "j'ai pris 5 grammes de kratom il y a deux heures",
        "mon ami prend de la sertraline tous les matins",
        "est-ce que je peux mélanger kratom et alcool ?",
        "j'ai avalé deux cachets avec un verre d'eau",
        "hier soir on était en ville chez des amis",
        "le cachet est bleu et blanc",
        "tout va bien, je veux juste savoir",
    ],
    "de": [
        "ich habe vor zwei stunden 5g kratom genommen",
        "mein bruder nimmt jeden morgen sertralin",
        "kann ich kratom mit bier mischen?",
        "ich will lieber noch eine tablette nehmen",
        "gestern waren wir mit freunden in der stadt",
        "die pille ist blau, ich will kratom nicht mehr nehmen",
        "mir geht es gut, ich wollte nur fragen",
    ],
    "pt": [
        "tomei 5 gramas de kratom há duas horas",
        "o meu irmão toma sertralina todos os dias",
        "posso misturar kratom com álcool?",
        "ele tomou dois comprimidos com água",
        "ontem saí com os meus amigos",
        "o comprimido é azul e branco",
        "está tudo bem, só quero fazer uma pergunta",
    ],
    "it": [
        "ho preso 5 grammi di kratom due ore fa",
        "mio fratello prende la sertralina ogni mattina",
        "posso mischiare kratom e alcol?",
        "ho preso due pastiglie con un bicchiere d'acqua",
        "ieri sera eravamo a casa di amici",
        "la pasticca è blu e bianca",
        "va tutto bene, volevo solo sapere",
    ],
    "nl": [
        "ik heb twee uur geleden 5 gram kratom genomen",
        "mijn broer neemt elke ochtend sertraline",
        "mag ik kratom met bier combineren?",
        "ik heb twee pillen met water ingenomen",
        "gisteren waren we met vrienden in de stad",
        "de pil is blauw, ik wil de dosis niet meer verhogen",
        "het gaat goed, ik wil alleen iets weten",
    ],
}

MISTYPED = [
    ("no puedo resipirar", "trouble_breathing"),
    ("esta convulcionando", "seizure"),
    ("esta inconciente", "unresponsive"),
    ("quiero suicidarm", "self_harm"),
    ("jarrive plus a respirer", "trouble_breathing"),
    ("il est inconscien", "unresponsive"),
    ("elle a les levres bleues", "trouble_breathing"),
    ("il se reveille pas", "unresponsive"),
    ("er ist bewustlos", "unresponsive"),
    ("ein krampfanfal", "seizure"),
    ("er ist ohnmaechtig", "unresponsive"),
    ("mir ist uebel", "nausea_vomiting"),
    ("nao consigo respirrar", "trouble_breathing"),
    ("ele ta a ter convulsoes", "seizure"),
    ("ela nao acorda", "unresponsive"),
    ("nn riesco a respirare", "trouble_breathing"),
    ("e svenuta", "fainting"),
    ("ha la febre alta", "fever"),
    ("hij is bewusteloss", "unresponsive"),
    ("ze is flauw gevallen", "fainting"),
    ("ik kan niet ademenn", "trouble_breathing"),
]

ENGLISH = [
    "it would be a sin to waste the main course",
    "i fit in and i did not die of boredom",
    "my arm is on the main table, not in the rot",
    "what the hell is in this gift",
    "he saw a bad coma patient in a film called nada",
    "we had a hot date at noon in the bar",
    "pain is french for bread",
    "she sings sans band at the mall",
    "the rot in my attic is wet, the vent is not",
    "i got a mild sale on a brat and a die cast car",
    "no mas tequila for me tonight",
    "ich, mon and amigo are words i know",
]


def each(table: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str, str]]:
    return [(code, *row) for code, rows in table.items() for row in rows]


@pytest.mark.parametrize(("code", "text", "finding"), each(GRAVE))
def test_a_cry_in_another_language_is_danger(
    code: str, text: str, finding: str, languages: OtherLanguages, reader: Reader
) -> None:
    said = reader.read(text)
    assert finding in present(reader, text)
    assert said_in(languages, text)[0] == code
    assert said.self_harm if finding == "self_harm" else said.danger


@pytest.mark.parametrize(("code", "text", "finding"), each(MILD))
def test_a_mild_sign_is_understood_and_is_no_danger(
    code: str, text: str, finding: str, languages: OtherLanguages, reader: Reader
) -> None:
    assert finding in present(reader, text)
    assert said_in(languages, text)[0] == code
    assert not reader.read(text).danger


@pytest.mark.parametrize(("code", "text", "finding"), each(DENIED))
def test_what_is_denied_is_not_there(code: str, text: str, finding: str, languages: OtherLanguages) -> None:
    spoken, signs = said_in(languages, text)
    assert {one.id: one.status for one in signs} == {finding: "absent"}
    assert spoken == code


@pytest.mark.parametrize("text", [text for texts in HARMLESS.values() for text in texts])
def test_having_taken_something_is_no_sign(text: str, reader: Reader) -> None:
    said = reader.read(text)
    assert not said.signs
    assert not said.danger


@pytest.mark.parametrize(("text", "finding"), MISTYPED)
def test_typos_and_missing_accents_hide_no_sign(text: str, finding: str, reader: Reader) -> None:
    assert finding in present(reader, text)


@pytest.mark.parametrize("text", ENGLISH)
def test_english_says_nothing_in_another_language(text: str, languages: OtherLanguages, reader: Reader) -> None:
    assert said_in(languages, text) == ("", [])
    assert reader.read(text).lang == "en"


@pytest.mark.parametrize(
    ("text", "there", "denied"),
    [
        ("no respira fiebre", "fever", ""),
        ("tengo fiebre no se que hacer", "fever", ""),
        ("no tiene fiebre pero no respira", "trouble_breathing", "fever"),
        ("er krampft nicht mehr", "seizure", ""),
        ("er krampft nicht ansprechbar", "seizure", ""),
        ("er zittert nicht, hat aber fieber", "fever", "tremor"),
        ("pas de fièvre mais elle respire plus", "trouble_breathing", "fever"),
        ("geen koorts maar hij ademt niet", "trouble_breathing", "fever"),
        ("non ha febbre ma non respira", "trouble_breathing", "fever"),
        ("sem febre mas não acorda", "unresponsive", "fever"),
    ],
)
def test_a_no_denies_one_sign_and_no_other(text: str, there: str, denied: str, languages: OtherLanguages) -> None:
    status = {one.id: one.status for one in said_in(languages, text)[1]}
    assert status[there] == "present"
    assert not denied or status[denied] == "absent"

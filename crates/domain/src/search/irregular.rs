//! Words whose forms no rule finds: short stems that change their vowel, and some others.

/// What follows a stem of these words.
const ENDINGS: &[&str] = &[
    "", "n", "t", "a", "ä", "ta", "tä", "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä",
    "lle", "ksi", "na", "nä", "tta", "ttä", "hin", "hen", "han", "hun", "hyn", "hön", "den",
    "tten", "en", "ten", "in", "iin", "een", "aan", "ään", "jen", "ja", "jä", "ien", "ia", "iä",
];

/// Each word with its stems.
const WORDS: &[(&str, &[&str])] = &[
    ("aika", &["aika", "aja", "aiko", "aikoi"]),
    ("haitta", &["haitta", "haita", "haitto", "haittoi"]),
    ("hiki", &["hiki", "hike", "hie"]),
    ("ihminen", &["ihminen", "ihmis", "ihmise", "ihmisi"]),
    ("ikä", &["ikä", "iä", "iki"]),
    ("jäsen", &["jäsen", "jäsene", "jäseni"]),
    ("jää", &["jää", "jäi"]),
    ("kaksi", &["kaksi", "kahde", "kahte", "kaht", "kaksi"]),
    ("kuu", &["kuu", "kui"]),
    ("lapsi", &["lapsi", "lapse", "las", "lapsi"]),
    ("loma", &["loma", "lomi"]),
    ("lumi", &["lumi", "lume", "lun"]),
    ("luu", &["luu", "lui"]),
    ("maa", &["maa", "mai"]),
    ("mies", &["mies", "miehe", "miehi"]),
    ("olut", &["olut", "olue", "olui"]),
    ("poika", &["poika", "poja", "poiki"]),
    ("puu", &["puu", "pui"]),
    ("pää", &["pää", "päi"]),
    ("siemen", &["siemen", "siemene", "sieme", "siemeni"]),
    ("suo", &["suo", "soi"]),
    ("suu", &["suu", "sui"]),
    ("syy", &["syy", "syi"]),
    ("sää", &["sää", "säi"]),
    ("tie", &["tie", "tei"]),
    ("maantie", &["maantie", "maantei"]),
    ("rautatie", &["rautatie", "rautatei"]),
    ("valtatie", &["valtatie", "valtatei"]),
    ("yksityistie", &["yksityistie", "yksityistei"]),
    ("tytär", &["tytär", "tyttäre", "tyttäri", "tytär"]),
    ("työ", &["työ", "töi"]),
    ("veli", &["veli", "velje", "velji", "vel"]),
    ("yksi", &["yksi", "yhde", "yhte", "yht"]),
    ("yö", &["yö", "öi"]),
];

/// The shortest word that an irregular one may end.
const FIRST_PART: usize = 3;

/// The key of a form of an irregular word, and of a compound that ends with one.
pub(super) fn key(word: &str) -> Option<String> {
    let (before, lemma) = last_part(word)?;
    Some(format!("{before}{lemma}"))
}

/// Whether a key may be that of an irregular word.
pub(super) fn is_key(key: &str) -> bool {
    WORDS.iter().any(|(lemma, _)| key.ends_with(lemma))
}

/// What stands before an irregular word at the end of a word, and which one it is.
fn last_part(word: &str) -> Option<(&str, &'static str)> {
    let whole = WORDS
        .iter()
        .find(|(_, stems)| stems.iter().any(|stem| is_form(word, stem)));
    if let Some((lemma, _)) = whole {
        return Some(("", lemma));
    }
    let compounding = WORDS
        .iter()
        .filter(|(lemma, _)| COMPOUNDING.contains(lemma));
    let mut parts =
        compounding.flat_map(|(lemma, stems)| stems.iter().map(move |stem| (*lemma, *stem)));
    parts.find_map(|(lemma, stem)| {
        let at = word.rfind(stem)?;
        let (before, form) = word.split_at(at);
        (before.chars().count() >= FIRST_PART && is_form(form, stem)).then_some((before, lemma))
    })
}

fn is_form(word: &str, stem: &str) -> bool {
    word.strip_prefix(stem)
        .is_some_and(|ending| ENDINGS.contains(&ending))
}

/// Those that end compounds of a city's decisions.
const COMPOUNDING: &[&str] = &["työ", "jäsen"];

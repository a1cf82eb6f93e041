//! The notice that a decision cannot be challenged (kuntalaki 136, 141.3 §, hallintolaki 48 §).

use super::{Heading, Part, paragraph, part, translation};
use crate::Lang;

pub(super) fn parts(lang: Lang) -> Vec<Part> {
    let mut blocks = translation(lang);
    blocks.push(paragraph(Notice::Barred.text(lang)));
    blocks.push(paragraph(Notice::IfWrong.text(lang)));
    vec![part(Heading::NoAppeal, lang, blocks)]
}

texts! {
    /// Sentences of the notice.
    enum Notice {
        Barred:
            "Tähän päätökseen ei saa hakea muutosta, koska se koskee vain valmistelua tai täytäntöönpanoa (kuntalaki 136\u{a0}§).",
            "Ändring i detta beslut får inte sökas, eftersom det endast gäller beredning eller verkställighet (kommunallagen 136\u{a0}§).",
            "This decision cannot be challenged, because it concerns only preparation or implementation (Local Government Act, section 136).";
        IfWrong:
            "Jos pidät tätä ilmoitusta virheellisenä, pyydä kirjaamosta uusi ohje: määräaika lasketaan silloin uuden ohjeen tiedoksisaannista (hallintolaki 49\u{a0}§).",
            "Om du anser att detta meddelande är felaktigt, be registratorskontoret om en ny anvisning: fristen räknas då från delfåendet av den nya anvisningen (förvaltningslagen 49\u{a0}§).",
            "If you think that this notice is wrong, ask the registry for new instructions: the period is then counted from knowledge of the new instructions (Administrative Procedure Act, section 49).";
    }
}

//! Following decisions by e-mail.

use domain::follow::UNCONFIRMED;

use crate::Lang;

texts! {
    /// The pages on which one follows and stops.
    pub enum FollowText {
        Link: "Seuraa sähköpostilla", "Följ per e-post", "Follow by e-mail";
        LinkProject: "Seuraa hanketta sähköpostilla", "Följ projektet per e-post", "Follow this project by e-mail";
        LinkDecisionMaker: "Seuraa tämän päätöksentekijän päätöksiä sähköpostilla", "Följ den här beslutsfattarens beslut per e-post", "Follow this decision maker by e-mail";
        Title: "Seuraa päätöksiä sähköpostilla", "Följ beslut per e-post", "Follow decisions by e-mail";
        Lead: "Saat sähköpostin, kun kaupunki julkaisee uusia päätöksiä. Viestejä tulee enintään yksi päivässä.", "Du får e-post när staden publicerar nya beslut. Det kommer högst ett meddelande per dag.", "You get an e-mail when the city publishes new decisions. There is at most one message a day.";
        What: "Mitä seuraat", "Vad du följer", "What you follow";
        Everything: "kaikki päätökset", "alla beslut", "all decisions";
        Decisions: "Päätökset", "Beslut", "Decisions";
        LeftOut: "Julkaisupäivä ja tila eivät rajaa seuraamista: jokaisesta päätöksestä kerrotaan, kun se julkaistaan.", "Publiceringsdagen och läget avgränsar inte det som följs: varje beslut meddelas när det publiceras.", "The day of publication and the state do not narrow what is followed: each decision is told when it is published.";
        Email: "Sähköpostiosoitteesi", "Din e-postadress", "Your e-mail address";
        EmailHint: "Osoitteeseen lähetetään viesti, josta vahvistat, että haluat seurata.", "Till adressen skickas ett meddelande där du bekräftar att du vill följa.", "A message goes to the address, from which you confirm that you want to follow.";
        Privacy: "Osoitetta käytetään vain näihin viesteihin eikä sitä näytetä kenellekään. Se poistetaan heti, kun lopetat seuraamisen.", "Adressen används bara för dessa meddelanden och visas inte för någon. Den tas bort genast när du slutar följa.", "The address is used for these messages only and shown to nobody. It is removed at once when you stop following.";
        PrivacyLink: "Tietosuoja", "Dataskydd", "Privacy";
        Ask: "Lähetä vahvistusviesti", "Skicka bekräftelsemeddelandet", "Send the message to confirm";
        NoMail: "Tämän rekisterin sähköpostia ei ole otettu käyttöön, joten päätöksiä ei voi seurata sillä.", "E-posten i det här registret är inte i bruk, så beslut kan inte följas med den.", "The mail of this register is not set up, so decisions cannot be followed by it.";
        TooMany: "Samasta verkosta on tänään pyydetty seuraamista liian monta kertaa. Yritä huomenna uudelleen.", "Från samma nät har det i dag kommit för många begäranden. Försök igen i morgon.", "Too much was asked for from the same network today. Try again tomorrow.";
        AskedTitle: "Katso sähköpostisi", "Titta i din e-post", "Look into your e-mail";
        AskedSame: "Viestiä ei tule, jos osoitteeseen on pyydetty viesti jo edellisen vuorokauden aikana tai jos seuraat samoja päätöksiä jo.", "Inget meddelande kommer om ett redan har begärts till adressen under det senaste dygnet eller om du redan följer samma beslut.", "No message comes if one to the same address was asked for within the last day, or if you follow the same decisions already.";
        Manage: "Seuraaminen sähköpostilla", "Att följa per e-post", "Following by e-mail";
        Waits: "Odottaa vahvistustasi", "Väntar på din bekräftelse", "Waits for your confirmation";
        Followed: "Seuraat", "Du följer", "You follow";
        Confirm: "Vahvista seuraaminen", "Bekräfta", "Confirm";
        Stop: "Lopeta seuraaminen", "Sluta följa", "Stop following";
        Withdraw: "Peru pyyntö", "Återta begäran", "Withdraw the request";
        StopAll: "Lopeta kaikki ja poista osoite", "Sluta följa allt och ta bort adressen", "Stop everything and remove the address";
        StoppedTitle: "Seuraaminen on lopetettu", "Du följer inte längre", "You have stopped following";
        Stopped: "Osoite on poistettu rekisteristä, eikä viestejä enää tule.", "Adressen har tagits bort ur registret och inga fler meddelanden kommer.", "The address has been removed from the register, and no more messages come.";
        UnknownTitle: "Linkki ei ole enää voimassa", "Länken gäller inte längre", "The link does not work any more";
        Unknown: "Tällä linkillä ei seurata mitään: seuraaminen on lopetettu tai sitä ei vahvistettu ajoissa.", "Med den här länken följs inget: det har avslutats eller bekräftades inte i tid.", "Nothing is followed by this link: it was stopped, or not confirmed in time.";
        Again: "Seuraa päätöksiä uudelleen", "Följ beslut på nytt", "Follow decisions again";
    }
}

/// That a mail is on its way, and for how long its link can be used.
pub fn asked(lang: Lang) -> String {
    let days = UNCONFIRMED.whole_days();
    match lang {
        Lang::Fi => format!(
            "Osoitteeseen lähetetään muutaman minuutin kuluessa viesti. Avaa siinä oleva linkki {days} päivän kuluessa ja vahvista seuraaminen."
        ),
        Lang::Sv => format!(
            "Ett meddelande skickas till adressen inom några minuter. Öppna länken i det inom {days} dagar och bekräfta."
        ),
        Lang::En => format!(
            "A message goes to the address within a few minutes. Open the link in it within {days} days and confirm."
        ),
    }
}

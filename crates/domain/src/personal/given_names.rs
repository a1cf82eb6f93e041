//! Given names that are common in Finland. A list of what people are called, of no person.

/// The names, in the order of their letters.
const NAMES: &str = "Aada Aapo Aaro Aatos Aatu Adrian Agneta Ahti Aila Aili Aimo Aino Aki Akseli Aleksandra \
    Aleksanteri Aleksi Alexander Alina Alisa Alli Amanda Anders Andreas Anita Anja Anna Anne \
    Anneli Anni Anniina Annika Annikki Annukka Ansa Anssi Antero Anton Antti Anu Ari Arja \
    Armas Armi Arto Arttu Arvi Arvo Asko Asta Atte August Auli Aulis Aune Axel Barbro Bengt \
    Benjamin Birgit Birgitta Björn Bo Camilla Carita Carl Charlotta Christian Christina \
    Christine Christoffer Daavid Dan Daniel Daniela David Eeli Eelis Eemeli Eemil Eerikki \
    Eero Eetu Eeva Eevert Eevi Eija Eila Eine Eino Elena Elias Eliel Eliina Eliisa Elina \
    Elisa Elisabet Elisabeth Ellen Elli Elma Elmeri Elsa Elvi Emil Emilia Emma Emmi Enni \
    Eppu Erik Erika Erja Erkki Ernesti Esko Essi Ester Eva Eveliina Fanni Filip Fredrik \
    Frida Gabriel Gunilla Gunnar Gustaf Gustav Göran Hanna Hannah Hanne Hannele Hannes Hannu \
    Hans Harri Harry Heidi Heikki Heimo Heini Helena Helga Heli Helinä Helka Helle Helmi \
    Helvi Hely Henna Henni Henri Henriikka Henrik Henry Hermanni Hilja Hilkka Hilla Hugo Ida \
    Iida Iina Iiro Ilari Ilja Ilkka Ilmari Ilona Ilpo Ilse Ilta Inari Inga Inka Inkeri Irene \
    Irina Iris Irja Irma Isabella Isak Isto Jaakko Jaana Jalmari Jami Jan Jani Janika Janina \
    Janita Janne Jari Jarkko Jarmo Jarno Jasmin Jenna Jenni Jenny Jere Jesper Jesse Jimi \
    Joakim Joel Johan Johanna Johannes John Jonas Joni Jonna Jooa Joona Joonas Jorma Jouko \
    Jouni Juha Juhani Juho Jukka Julia Julius Juri Jussi Jutta Juuli Juulia Juuso Jyri Jyrki \
    Kaapo Kaarina Kaarlo Kai Kaija Kaisa Kaisu Kalervo Kalevi Kalle Karen Kari Karin Karita \
    Karl Karoliina Karolina Kasper Kasperi Katariina Katarina Kati Katja Katri Katriina \
    Kauko Kerttu Ketil Kevin Kim Kimmo Kirsi Kirsti Klaus Krista Kristian Kristiina Kristina \
    Kullervo Kyllikki Kyösti Lars Lasse Lassi Laura Lauri Lea Leena Leif Leila Lena Lenita \
    Lenni Leo Liisa Lilja Lilli Linda Linnea Lotta Lovisa Ludvig Luukas Lyyli Maaret Maaria \
    Maarit Magnus Maija Maiju Maire Maisa Malin Manu Margareta Margit Mari Maria Marianne \
    Marika Marit Marita Maritta Marja Marjaana Marjatta Marjo Marjut Markku Marko Markus \
    Martin Martta Martti Matias Matilda Mats Matti Mauri Max Meeri Merja Mervi Mia Michael \
    Miika Miikka Mika Mikael Mikaela Mikko Milja Milla Minja Minna Minttu Mira Mirja Mirjam \
    Mirjami Mirka Miro Mirva Mona Monica Monika Nea Nella Nelli Nico Niilo Niina Niklas Niko \
    Nina Noel Noora Nora Nuutti Oiva Olavi Olga Oliver Olivia Olli Onni Oona Orvokki Oskar \
    Oskari Osmo Ossi Otso Otto Outi Paavo Panu Pasi Patrik Paul Paula Pauli Pauliina Pekka \
    Pentti Pertti Perttu Peter Petra Petri Petteri Pia Piia Pirita Pirjo Pirkko Pyry Päivi \
    Päivikki Raija Raili Raimo Raine Raisa Rami Rasmus Rauli Rauni Reetta Reijo Reima Reino \
    Reko Riikka Riina Riitta Risto Ritva Robert Roni Ronja Roope Roosa Rosa Ruut Saana Saara \
    Saija Saila Saini Sakari Salla Salme Sami Sampo Samu Samuel Samuli Sandra Sanelma Sanna \
    Sanni Santeri Santtu Sara Sari Sarianna Satu Sauli Seija Selma Seppo Severi Siiri Silja \
    Silvia Simo Simon Sini Sinikka Sirkka Sirkku Sirpa Sisko Sofia Sointu Sonja Stefan Stig \
    Suoma Susanna Susanne Suvi Svante Sven Sylvi Tage Taina Taisto Tanja Tapani Tapio Tarja \
    Tarmo Taru Tatu Tauno Teemu Teija Tellervo Teppo Terhi Terho Tero Terttu Teuvo Thomas \
    Tiia Tiina Timo Tino Toivo Tom Tomi Tommi Toni Topi Tuija Tuire Tuomas Tuomo Tuovi \
    Tuukka Tuula Tuuli Tuulikki Tytti Ulf Ulla Unto Urho Urpo Usko Uuno Valtteri Vappu Veera \
    Veijo Veikko Veini Veli Vellamo Venla Vera Verneri Vesa Vieno Viivi Vilho Viljami Viljo \
    Ville Vilma Virpi Virve Volmari Väinö Waltteri Werner Wilhelm William Yrjö Åke Åsa Örjan";

/// Whether a word is a given name as it stands, also a joined one: `Maija`, `Anna-Maija`.
pub(super) fn is_given_name(word: &str) -> bool {
    let is_one = |part: &str| NAMES.split(' ').any(|name| name == part);
    word.split(['-', '‑']).all(is_one)
}

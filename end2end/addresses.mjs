// Public addresses of the example register that tests and pictures visit.

export const DECISION = "/paatokset/kaupunginjohtaja/2023/5";

export const PUBLIC = [
  "/",
  "/paatokset",
  "/paatokset?paatoksentekija=kaupunginjohtaja&vuosi=2023",
  "/paatokset?q=kaivos",
  DECISION,
  "/hankkeet",
  "/hankkeet?q=kaivos",
  "/hankkeet/kaivoskumppani",
  "/asiat/KAJDno-2023-912",
  "/rahoitus",
  "/rahoitus?vuosi=2022",
  "/rahoitus?rahoittaja=muut",
  "/paatoksentekijat",
  "/paatoksentekijat/kaupunginjohtaja",
  "/rahoittajat",
  "/muutoksenhaku",
  "/muutoksenhaku?keino=rectification&tapa=letter&paiva=2023-03-20",
  "/saavutettavuus",
  "/tietosuoja",
  "/avoindata",
  "/rajapinta",
  "/seuraa?paatoksentekija=kaupunginjohtaja",
  "/seuraa/pyydetty",
  "/seuraa/lopetettu",
];

export const MISSING = "/paatokset/kaupunginjohtaja/2023/4999";

/** The same address in each language of the interface. */
export function inEveryLanguage(address) {
  return ["", "/sv", "/en"].map((prefix) => `${prefix}${address}`);
}

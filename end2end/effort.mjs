// What a task costs an official: clicks, fields, key commands and page loads.

/**
 * Wraps a page so that what is done on it is counted. Running text, which is the official's own
 * work, is counted apart; so is how much of it there is.
 *
 * @param {import("playwright-core").Page} page
 * @param {{acts: number, loads: number, texts: number}} effort Where it is added up, so that one
 *   task may be counted over several officials.
 */
export function counted(page, effort) {
  page.on("load", () => (effort.loads += 1));
  const arrived = async (act) => {
    await Promise.all([page.waitForEvent("load"), act()]);
  };
  const field = (name) => page.locator(`main [name="${name}"]:not([type="hidden"])`).first();
  return {
    /** Goes where an address in the browser's bar or a bookmark leads. */
    open: async (address) => {
      effort.acts += 1;
      await page.goto(address);
    },
    /** Follows a link. */
    follow: async (selector) => {
      effort.acts += 1;
      await arrived(() => page.locator(selector).first().click());
    },
    /** Presses the button of a value. */
    press: async (action) => {
      effort.acts += 1;
      await arrived(() => page.locator(`main button[value="${action}"]:visible`).first().click());
    },
    /** Fills a field that holds a word, a number or a day. */
    fill: async (name, value) => {
      effort.acts += 1;
      await field(name).fill(value);
    },
    /** Chooses from a list or radio buttons. */
    choose: async (name, value) => {
      effort.acts += 1;
      const radio = page.locator(`main [type="radio"][name="${name}"][value="${value}"]`);
      if (await radio.count()) {
        await radio.check();
      } else {
        await field(name).selectOption(value);
      }
    },
    /** Ticks a box. */
    tick: async (name) => {
      effort.acts += 1;
      await field(name).check();
    },
    /** Writes running text. */
    write: async (name, text) => {
      effort.texts += 1;
      await field(name).fill(text);
    },
  };
}

/** Nothing done yet. */
export function noEffort() {
  return { acts: 0, loads: 0, texts: 0 };
}

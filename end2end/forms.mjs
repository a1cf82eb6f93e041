// Forms as people fill them in.

/** Fills fields by name and presses the button of a value, or the form's first one. */
export async function submit(page, fields, action) {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`).first();
    if ((await field.evaluate((element) => element.tagName)) === "SELECT") {
      await field.selectOption(value);
    } else if ((await field.getAttribute("type")) === "checkbox") {
      await field.setChecked(Boolean(value));
    } else if ((await field.getAttribute("type")) === "radio") {
      await page.locator(`main [name="${name}"][value="${value}"]`).check();
    } else {
      await field.fill(value);
    }
  }
  const button = action
    ? page.locator(`main button[value="${action}"]:visible`).first()
    : page.locator("main form button:visible").first();
  await Promise.all([page.waitForLoadState("load"), button.click()]);
  await page.waitForLoadState("load");
}

//! Sends the fields of the page's form without leaving the page.
//!
//! The browser's functions are called by name: the crate that types them would have to be built
//! with more features for one request.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::window;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast as _, JsValue};
use leptos::web_sys::js_sys::{Array, Function, Object, Promise, Reflect};

/// What an answer is given to: its text, or nothing where there is none that is meant for us.
type Answered = Rc<RefCell<Option<Box<dyn FnOnce(Option<String>)>>>>;

/// Posts the form of the draft to an address.
pub(super) fn form(address: &str, answered: impl FnOnce(Option<String>) + 'static) {
    let answered: Answered = Rc::new(RefCell::new(Some(Box::new(answered))));
    if post(address, &answered).is_none() {
        answer(&answered, None);
    }
}

fn answer(answered: &Answered, text: Option<String>) {
    let once = answered.borrow_mut().take();
    if let Some(once) = once {
        once(text);
    }
}

fn post(address: &str, answered: &Answered) -> Option<()> {
    let fields = fields()?;
    let init = Object::new();
    let set = |name: &str, value: &JsValue| Reflect::set(&init, &name.into(), value).ok();
    set("method", &"POST".into())?;
    set("body", &fields)?;
    // A sign-in page is no answer.
    set("redirect", &"error".into())?;
    let window = JsValue::from(window());
    let fetch: Function = get(&window, "fetch")?.dyn_into().ok()?;
    let promise: Promise = fetch
        .call2(&window, &address.into(), &init)
        .ok()?
        .dyn_into()
        .ok()?;
    let (taken, failed) = (Rc::clone(answered), Rc::clone(answered));
    let on_response = Closure::once_into_js(move |response: JsValue| {
        if read(&response, &taken).is_none() {
            answer(&taken, None);
        }
    });
    let on_failure = Closure::once_into_js(move |_: JsValue| answer(&failed, None));
    let then: Function = get(&promise, "then")?.dyn_into().ok()?;
    then.call2(&promise, &on_response, &on_failure)
        .ok()
        .map(|_| ())
}

/// Reads the text of an answer that is one: a success in plain text.
fn read(response: &JsValue, answered: &Answered) -> Option<()> {
    let is_ok = get(response, "ok")?.is_truthy();
    let headers = get(response, "headers")?;
    let header: Function = get(&headers, "get")?.dyn_into().ok()?;
    let kind = header
        .call1(&headers, &"content-type".into())
        .ok()?
        .as_string()?;
    if !is_ok || !kind.starts_with("text/plain") {
        return None;
    }
    let text: Function = get(response, "text")?.dyn_into().ok()?;
    let promise = text.call0(response).ok()?;
    let (taken, failed) = (Rc::clone(answered), Rc::clone(answered));
    let on_text = Closure::once_into_js(move |text: JsValue| answer(&taken, text.as_string()));
    let on_failure = Closure::once_into_js(move |_: JsValue| answer(&failed, None));
    let then: Function = get(&promise, "then")?.dyn_into().ok()?;
    then.call2(&promise, &on_text, &on_failure).ok().map(|_| ())
}

/// The fields of the form that writes the draft, encoded as the form itself would send them. Other
/// forms may stand before it: it is the one around the resolution.
fn fields() -> Option<JsValue> {
    let form = leptos::prelude::document()
        .query_selector("main #resolution")
        .ok()??
        .closest("form")
        .ok()??;
    let made = |class: &str, of: &JsValue| {
        let class: Function = get(&JsValue::from(window()), class)?.dyn_into().ok()?;
        Reflect::construct(&class, &Array::of1(of)).ok()
    };
    made("URLSearchParams", &made("FormData", &form.into())?)
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}

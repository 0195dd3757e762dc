import type Provider from 'oidc-provider';
import { errors, type InteractionResults } from 'oidc-provider';
import { loaUri } from '@/demo/broker/levels';
import type { BrokerControl } from '@/demo/broker/switches';
import type { DemoPerson } from '@/demo/people';
import { fullName, personBySlug, slugOf } from '@/demo/person-names';
import { html } from '@/demo/web/html';
import { type Answer, type DemoRequest, type Route, seeOther } from '@/demo/web/http';
import { type Both, languageOf, page } from '@/demo/web/page';

const texts = {
  title: { sv: 'Logga in med e-legitimation', en: 'Log in with an e-ID' },
  lead: {
    sv: 'Det här är demovärldens e-legitimationstjänst. Välj vem som loggar in.',
    en: 'This is the demo world’s e-ID service. Choose who logs in.',
  },
  askedBy: { sv: 'Begärs av', en: 'Asked for by' },
  abort: { sv: 'Avbryt', en: 'Cancel' },
  gone: { sv: 'Inloggningen finns inte längre', en: 'The log-in no longer exists' },
  goneLead: {
    sv: 'Den har avslutats eller gått ut. Gå tillbaka till webbplatsen och börja om.',
    en: 'It has ended or expired. Go back to the website and start again.',
  },
} satisfies Record<string, Both>;

export interface InteractionOptions {
  people: readonly DemoPerson[];
  control: BrokerControl;
  /** the subject identifier under which the client knows a person */
  subjectOf(person: DemoPerson): string;
  hubUrl: string;
}

/** The broker's own page: who logs in. What a real broker does with an e-ID is one click here. */
export function interactionRoutes(provider: Provider, options: InteractionOptions): Route[] {
  return [
    {
      method: 'GET',
      path: '/interaction/:uid',
      answer: guarded(options, (request) => choose(request, provider, options)),
    },
    {
      method: 'POST',
      path: '/interaction/:uid',
      answer: guarded(options, (request) => finish(request, provider, options)),
    },
  ];
}

/** An interaction lives ten minutes, in the browser that began it. */
function guarded(options: InteractionOptions, make: (request: DemoRequest) => Promise<Answer>) {
  return async (request: DemoRequest): Promise<Answer> => {
    try {
      return await make(request);
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      const lang = languageOf(request);
      return page(request, {
        status: 404,
        hubUrl: options.hubUrl,
        title: texts.gone[lang],
        body: html`<h1>${texts.gone[lang]}</h1><p>${texts.goneLead[lang]}</p>`,
      });
    }
  };
}

async function choose(
  request: DemoRequest,
  provider: Provider,
  options: InteractionOptions,
): Promise<Answer> {
  const { req, res } = request.raw;
  const { params, uid } = await provider.interactionDetails(req, res);
  const client = await provider.Client.find(String(params.client_id));
  const lang = languageOf(request);
  return page(request, {
    look: 'phone',
    hubUrl: options.hubUrl,
    title: texts.title[lang],
    body: html`<h1>${texts.title[lang]}</h1>
<p>${texts.lead[lang]}</p>
<p>${texts.askedBy[lang]}: <strong>${client?.clientName}</strong></p>
<form method="post" action="/interaction/${uid}">
${options.people.map(
  (person) => html`<p><button class="second wide" name="person" value="${slugOf(person)}">${fullName(person)}
<br><small>${person.note[lang]}</small></button></p>`,
)}
<p><button class="second" name="abort" value="yes">${texts.abort[lang]}</button></p>
</form>`,
  });
}

async function finish(
  request: DemoRequest,
  provider: Provider,
  options: InteractionOptions,
): Promise<Answer> {
  const { req, res } = request.raw;
  const form = await request.form();
  const person = personBySlug(options.people, form.get('person') ?? '');
  const result: InteractionResults = person
    ? {
        login: {
          accountId: options.subjectOf(person),
          acr: loaUri(options.control.current.loa),
          amr: ['external'],
          remember: false,
        },
      }
    : { error: 'access_denied', error_description: 'The user cancelled the log-in' };
  return seeOther(await provider.interactionResult(req, res, result, { mergeWithLastSubmission: false }));
}

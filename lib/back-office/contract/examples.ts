// Examples for the published document; lib/back-office/contract/openapi.test.ts checks them against the schemas.
import { appointmentExamples } from './appointment-examples';
import { careHomeExamples } from './care-home-examples';
import { careInformationExamples } from './care-information-examples';
import { delivery, officer } from './example-facts';
import { wholeCaseExamples } from './whole-case-examples';

const received = {
  ...delivery,
  state: 'received',
  receivedAt: '2026-11-24T12:15:02.000Z',
  case: { ...delivery.case, externalId: 'SABO-2026-0042' },
};

const caseView = {
  id: delivery.case.id,
  number: delivery.case.number,
  externalId: 'SABO-2026-0042',
  phase: 'waiting_for_you',
  phaseSince: '2026-11-25T09:00:00.000Z',
  receivedAt: '2026-11-24T12:15:00.000Z',
  receivedByOfficeAt: '2026-11-24T12:15:02.000Z',
  supplements: [{ externalId: 'K1', status: 'asked', dueOn: '2026-12-09' }],
  commentRounds: [],
  decisions: [],
};

const message = {
  messageId: '2f6b1f0e-8c44-4f0a-9a1d-7d0c5b3e9f10',
  threadId: '9d3f6f0c-1b7e-4c55-8f0e-3a2b1c4d5e6f',
};

export const examples = {
  ...appointmentExamples,
  ...careHomeExamples,
  ...careInformationExamples,
  ...wholeCaseExamples,
  'list-changes': {
    answer: {
      items: [
        {
          id: '0b7a3a5e-6f6e-4a0e-8a5b-5b7d7c0d1e2f',
          kind: 'delivery-made',
          at: '2026-11-24T12:15:00.000Z',
          caseId: delivery.case.id,
          deliveryId: delivery.id,
        },
      ],
      cursor: 'MTo0Mg',
      hasMore: false,
    },
  },
  'get-api-info': {
    answer: {
      apiName: 'Mina sidor: back-office API',
      apiVersion: '0.1.0',
      apiReleased: '2026-11-24',
      apiDocumentation: '/api/back-office/v1',
      apiStatus: 'active',
    },
  },
  'get-answers-schema': {
    answer: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Särskilt boende, version 1',
      type: 'object' as const,
      properties: { 'for-whom': { title: 'Vem söker du för?', type: 'string', enum: ['myself'] } },
      required: ['for-whom'],
      additionalProperties: false,
    },
  },
  'list-deliveries': { answer: { items: [delivery], page: 1, limit: 20, total: 1 } },
  'get-delivery': {
    answer: {
      ...delivery,
      application: {
        number: delivery.case.number,
        submittedAt: '2026-11-24T12:15:00.000Z',
        signedAt: '2026-11-24T12:14:58.000Z',
        signatures: [
          {
            role: 'applicant',
            personalNumber: '194207099146',
            name: 'Astrid Lindqvist',
            signedAt: '2026-11-24T12:14:58.000Z',
          },
        ],
        language: 'sv',
        service: {
          slug: 'sarskilt-boende',
          version: 1,
          title: 'Särskilt boende',
          applicationType: 'sarskilt-boende',
        },
        applicant: {
          personalNumber: '194207099146',
          givenName: 'Astrid',
          surname: 'Lindqvist',
          protectedIdentity: false,
          language: 'sv',
          phone: '070-174 06 05',
        },
        answers: { 'for-whom': 'myself' },
        pages: [
          {
            slug: 'for-whom',
            title: 'Vem ansökan gäller',
            groups: [
              {
                id: 'whom',
                questions: [
                  {
                    id: 'for-whom',
                    kind: 'choice',
                    question: 'Vem söker du för?',
                    options: [
                      { value: 'myself', label: 'Mig själv' },
                      { value: 'somebody-else', label: 'Någon annan' },
                    ],
                    answer: ['Mig själv'],
                    value: 'myself',
                  },
                ],
              },
            ],
          },
        ],
        files: [
          {
            id: '0d9f3f0e-93f6-4b5e-8f5a-1f6f0e3c9d21',
            name: 'Läkarintyg.pdf',
            mediaType: 'application/pdf',
            size: 81234,
            field: 'certificate',
            state: 'clean',
          },
        ],
      },
    },
  },
  'record-receipt': {
    request: { externalId: 'SABO-2026-0042', occurredAt: '2026-11-24T12:15:02Z', officer },
    answer: received,
  },
  'get-case': { answer: caseView },
  'put-case': {
    request: {
      person: { personalNumber: '195007292435', givenName: 'Lennart', surname: 'Ekström' },
      receivedAt: '2026-11-24T08:00:00Z',
      phase: 'being_looked_into',
      occurredAt: '2026-11-24T13:00:00Z',
      officer,
    },
    answer: {
      caseId: '0a6c2f8e-5f0b-4c3e-9f43-2f7c8f0a1b55',
      externalId: 'RF-2026-0117',
      number: 'EKH-2026-7K3F9QA',
      phase: 'being_looked_into',
    },
  },
  'record-phase': {
    request: { phase: 'being_looked_into', statusCode: 'UTR-2', occurredAt: '2026-11-24T13:00:00Z', officer },
    answer: { caseId: delivery.case.id, phase: 'being_looked_into', statusMapped: true },
  },
  'put-supplement-request': {
    request: {
      text: 'För att kunna utreda din ansökan behöver vi ett intyg till.',
      items: [{ id: '1', text: 'Intyg från din arbetsterapeut' }],
      dueOn: '2026-12-09',
      occurredAt: '2026-11-25T09:00:00Z',
      officer,
    },
    answer: {
      caseId: delivery.case.id,
      externalId: 'K1',
      supplementId: '3c1f7f0c-8d0e-4b0b-9a5d-6f1f4f7c2b11',
    },
  },
  'withdraw-supplement-request': {
    request: { occurredAt: '2026-11-26T09:00:00Z' },
    answer: {
      caseId: delivery.case.id,
      externalId: 'K1',
      supplementId: '3c1f7f0c-8d0e-4b0b-9a5d-6f1f4f7c2b11',
      supplementStatus: 'withdrawn',
    },
  },
  'put-supplement-due-date': {
    request: { dueOn: '2026-12-16', occurredAt: '2026-12-07T09:00:00Z', officer },
    answer: {
      caseId: delivery.case.id,
      externalId: 'K1',
      supplementId: '3c1f7f0c-8d0e-4b0b-9a5d-6f1f4f7c2b11',
      dueOn: '2026-12-16',
    },
  },
  'put-more-time-answer': {
    request: { outcome: 'granted', dueOn: '2026-12-16', occurredAt: '2026-12-07T09:00:00Z', officer },
    answer: {
      caseId: delivery.case.id,
      moreTimeId: '4e2d9b71-6a0c-4f3e-8b57-1c9d0e6f2a33',
      outcome: 'granted',
      dueOn: '2026-12-16',
    },
  },
  'put-delay-notice': {
    request: {
      reason: 'Vi väntar på ett utlåtande från regionen.',
      expectedOn: '2027-02-15',
      occurredAt: '2027-01-08T09:00:00Z',
      officer,
    },
    answer: {
      caseId: delivery.case.id,
      externalId: 'F1',
      delayNoticeId: '2d1e8a40-7c55-4f0d-8d0b-6a3c1f9b7e11',
    },
  },
  'put-comment-round': {
    request: {
      text: 'Så här har vi uppfattat ditt behov av hjälp. Läs utredningen och säg till om något är fel eller saknas.',
      dueOn: '2026-12-11',
      documents: [{ name: 'Utredning.pdf', mediaType: 'application/pdf', content: 'JVBERi0xLjcK' }],
      occurredAt: '2026-11-27T09:00:00Z',
      officer,
    },
    answer: {
      caseId: delivery.case.id,
      externalId: 'S1',
      roundId: '9a4d9f0e-2c5b-4a43-8f0a-7f3f1c8f6b21',
    },
  },
  'put-comment-round-due-date': {
    request: { dueOn: '2026-12-18', occurredAt: '2026-12-09T09:00:00Z', officer },
    answer: {
      caseId: delivery.case.id,
      externalId: 'S1',
      roundId: '9a4d9f0e-2c5b-4a43-8f0a-7f3f1c8f6b21',
      dueOn: '2026-12-18',
    },
  },
  'withdraw-comment-round': {
    request: { occurredAt: '2026-11-30T09:00:00Z' },
    answer: {
      caseId: delivery.case.id,
      externalId: 'S1',
      roundId: '9a4d9f0e-2c5b-4a43-8f0a-7f3f1c8f6b21',
      roundStatus: 'withdrawn',
    },
  },
  'put-decision': {
    request: {
      outcome: 'granted',
      decidedOn: '2026-12-15',
      decided: 'Du får plats i särskilt boende.',
      reasons: 'Du behöver hjälp dygnet runt, och det kan inte ges på annat sätt.',
      lawReference: '11 kap. 1 § socialtjänstlagen (2025:400)',
      occurredAt: '2026-12-15T10:00:00Z',
      officer,
    },
    answer: {
      caseId: delivery.case.id,
      externalId: 'B1',
      decisionId: '5b7d1c52-40a8-4b07-8a44-8d5d3e7f9a02',
    },
  },
  'put-case-message': {
    request: {
      text: 'Vi har fått ditt intyg och hör av oss i veckan.',
      occurredAt: '2026-11-26T09:00:00Z',
      officer,
    },
    answer: { caseId: delivery.case.id, externalId: 'M1', ...message },
  },
  'put-thread-message': {
    request: { text: 'Ja, du kan söka redan nu.', occurredAt: '2026-11-26T09:00:00Z', officer },
    answer: { externalId: 'M2', ...message },
  },
  'get-message-thread': {
    answer: {
      id: message.threadId,
      caseId: delivery.case.id,
      messages: [
        {
          id: message.messageId,
          author: 'office',
          externalId: 'M1',
          text: 'Vi har fått ditt intyg och hör av oss i veckan.',
          sentAt: '2026-11-26T09:00:00.000Z',
          readAt: '2026-11-26T16:40:00.000Z',
        },
      ],
    },
  },
  'record-message-reading': {
    request: { occurredAt: '2026-11-26T09:00:00Z', officer },
    answer: message,
  },
  'record-appeal-step': {
    request: {
      step: 'forwarded',
      on: '2027-01-08',
      court: 'Förvaltningsrätten i Linköping',
      occurredAt: '2027-01-08T10:00:00Z',
      officer,
    },
    answer: {
      caseId: delivery.case.id,
      externalId: 'B1',
      decisionId: '5b7d1c52-40a8-4b07-8a44-8d5d3e7f9a02',
    },
  },
  webhook: {
    specversion: '1.0',
    id: delivery.id,
    source: 'urn:mina-sidor:granvik',
    type: 'se.mina-sidor.delivery.waiting',
    time: '2026-11-24T12:15:00.000Z',
    datacontenttype: 'application/json',
    data: { deliveryId: delivery.id, caseId: delivery.case.id, kind: 'application' },
  },
} as const;

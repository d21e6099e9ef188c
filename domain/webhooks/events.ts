import type { EventsOf } from '../shared/schema.ts';
import type { endpointEvents } from './events/schema.ts';

/** Everything that can happen to an endpoint. */
export type EndpointEvent = EventsOf<typeof endpointEvents>;

type Of<T extends EndpointEvent['type']> = Extract<EndpointEvent, { type: T }>;
export type EndpointCreated = Of<'endpoint.created'>;
export type EndpointChanged = Of<'endpoint.changed'>;
export type EndpointDisabled = Of<'endpoint.disabled'>;
export type EndpointEnabled = Of<'endpoint.enabled'>;
export type EndpointDeleted = Of<'endpoint.deleted'>;
export type WebhookSecretAdded = Of<'endpoint.secret-added'>;
export type WebhookSecretRetired = Of<'endpoint.secret-retired'>;
export type EventMissed = Of<'endpoint.missed'>;
export type ReplayRequested = Of<'endpoint.replay-requested'>;
export type ReplayMoved = Of<'endpoint.replay-advanced' | 'endpoint.replay-ended'>;
/** What deliveries tell of an endpoint's health. */
export type HealthEvent = Of<'endpoint.failing' | 'endpoint.recovered' | 'endpoint.disabled'>;

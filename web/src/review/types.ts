import type { components } from "../api/schema";

type Schemas = components["schemas"];

export type QueueEntry = Schemas["QueueEntry"];
export type QueuePage = Schemas["QueuePage"];
export type QueueCounts = Schemas["QueueCounts"];
export type RouteChoices = Schemas["RouteChoices"];
export type UnitReference = Schemas["UnitReference"];
export type UnitView = Schemas["UnitView"];
export type UnitKind = Schemas["UnitKind"];
export type MemberView = Schemas["MemberView"];
export type MemberRole = Schemas["UnitRoles"][number];
export type DeclarationView = Schemas["DeclarationView"];
export type DeclarationStatus = Schemas["DeclarationStatus"];
export type DeclarationReceipt = Schemas["DeclarationReceipt"];
export type HistoryEntry = Schemas["HistoryEntry"];
export type EvidenceView = Schemas["EvidenceView"];
export type ItemView = Schemas["ItemView"];
export type ImportedHoursView = Schemas["ImportedHoursView"];
export type YearSummary = Schemas["YearSummary"];
export type BatchView = Schemas["BatchView"];
export type BatchOutcome = Schemas["BatchOutcome"];

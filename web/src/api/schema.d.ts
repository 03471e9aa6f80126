// Generated from src/Functions/openapi.json by: npm run schema. Do not edit.

export interface paths {
    "/api/declarations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists one's own declarations, newest first. */
        get: operations["listDeclarations"];
        put?: never;
        /** Opens a declaration, and submits it if so wished. */
        post: operations["fileDeclaration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/declarations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a declaration of one's own. */
        get: operations["getDeclaration"];
        put?: never;
        post?: never;
        /** Deletes a declaration that was never recognised. */
        delete: operations["deleteDeclaration"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/declarations/{id}/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replaces the head of a draft. */
        put: operations["saveDeclarationHead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/declarations/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds an item to a draft. */
        post: operations["addDeclarationItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/declarations/{id}/items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Replaces an item of a draft. */
        put: operations["changeDeclarationItem"];
        post?: never;
        /** Removes an item of a draft. */
        delete: operations["removeDeclarationItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/declarations/{id}/imported-hours/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Chooses the training platform's records that count for a year of a draft. */
        put: operations["confirmImportedHours"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/declarations/{id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submits a declaration to the employer. */
        post: operations["submitDeclaration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/declarations/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a submitted declaration back. */
        post: operations["withdrawDeclaration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/declarations/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reserves a place for a file and permits its upload. */
        post: operations["reserveEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/declarations/{id}/evidence/{evidenceId}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks an uploaded file and binds it to its year. */
        post: operations["completeEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/declarations/{id}/evidence/{evidenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a file from a draft. */
        delete: operations["removeEvidence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/declarations/{id}/evidence/{evidenceId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Redirects to a file of one's own declaration. */
        get: operations["getEvidenceContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit}/declarations/{id}/evidence/{evidenceId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Redirects to a file of a declaration that a unit holds or has passed on. */
        get: operations["getUnitEvidenceContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says who is signed in, and as what. */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imported-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists hours reported by the training platform. */
        get: operations["getImportedHours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recognised-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists recognised hours by year. */
        get: operations["getRecognisedHours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training-platform/people/{subject}/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delivers records of the training platform; for its account. */
        post: operations["importTrainingRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists one's own statements, newest first. */
        get: operations["listStatements"];
        put?: never;
        /** Issues a recognition statement over a range of years. */
        post: operations["issueStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/statements/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a statement of one's own. */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/statements/{number}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads the paper of a statement of one's own. */
        get: operations["getStatementPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verification/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verifies a statement by its number and code. */
        get: operations["verifyStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A unit with its members. */
        get: operations["getUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of what waits at a unit. */
        get: operations["getQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of what a unit has decided. */
        get: operations["getDone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit}/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many wait at a unit, by age and employer. */
        get: operations["getCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit}/done/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many of those that a unit decided stand how. */
        get: operations["getDoneCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit}/routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Next units that a declaration of this unit may be passed to. */
        get: operations["getRoutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit}/declarations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a declaration that a unit holds or has passed on. */
        get: operations["getUnitDeclaration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit}/declarations/{id}/pass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Passes a declaration on; at an agency, recognises it. */
        post: operations["passDeclaration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit}/declarations/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Returns a declaration to the person, with a reason. */
        post: operations["returnDeclaration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit}/declarations/{id}/reroute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a declaration that came to the wrong unit elsewhere. */
        post: operations["rerouteDeclaration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit}/declarations/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revokes a recognition on audit, with a reason. */
        post: operations["revokeRecognition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit}/members/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Adds or changes a member of a unit; for its administrators and those of the registry. */
        put: operations["setMember"];
        post?: never;
        /** Removes a member of a unit; for its administrators and those of the registry. */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unit}/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Passes or returns many declarations at an agency. */
        post: operations["startBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress and outcomes of a batch. */
        get: operations["getBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/units/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Registers or changes a unit; for registry administrators. */
        put: operations["registerUnit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/units/{code}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed the registry's entry of a unit. */
        get: operations["getUnitAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/accounts/{personId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who registered and corrected a person, and linked their account; for registry administrators. */
        get: operations["getAccountAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/people/{subject}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Registers or changes a professional; for registry administrators. */
        put: operations["registerProfessional"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/units/{code}/members/{subject}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Adds or changes a member of a unit by sign-in subject; for registry administrators and the unit's own. */
        put: operations["registerMember"];
        post?: never;
        /** Removes a member of a unit by sign-in subject; for registry administrators and the unit's own. */
        delete: operations["unregisterMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/registry/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress of the check of what is stored, or its findings; for registry administrators. */
        get: operations["getVerification"];
        put?: never;
        /** Starts the check of everything that is stored; for registry administrators. */
        post: operations["startVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Finds units by part of code, name or pinyin initials. */
        get: operations["searchUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/units/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One unit of the directory, with its superiors. */
        get: operations["getDirectoryEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rule set in force. */
        get: operations["getRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/client-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the web client needs before a sign-in. */
        get: operations["getClientSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountAudit: {
            /** @description Whose audit it is. */
            personId: string;
            /** @description The professional that the human of the account is under another account, now; null when there is none. */
            naturalPersonId: null | string;
            /** @description Newest first. The version of an entry is its number, from 1; where numbers are missing, that many are kept no more. */
            entries: components["schemas"]["AuditEntry"][];
        };
        ActivityTypeView: {
            code: string;
            chinese: string;
            english: string;
        };
        /** @description One audited change of the registry. */
        AuditEntry: {
            /** Format: int64 */
            version: number;
            /** Format: date-time */
            at: string;
            actorPersonId: string;
            action: string;
            detail: string;
        };
        BatchOutcome: {
            declarationId: string;
            receipt: null | components["schemas"]["DeclarationReceipt"];
            refusal: null | components["schemas"]["Refusal"];
        };
        BatchView: {
            /** @description Id. */
            batchId: string;
            /** @description Agency. */
            unitCode: string;
            /** @description Verdict. */
            passes: boolean;
            /**
             * Format: int32
             * @description Items in all.
             */
            total: number;
            /**
             * Format: int32
             * @description Decided as commanded.
             */
            accepted: number;
            /**
             * Format: int32
             * @description Refused; the outcome says why.
             */
            refused: number;
            /** @description Every item has its outcome. */
            isFinished: boolean;
            /**
             * Format: date-time
             * @description When.
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description Null while it works.
             */
            finishedAt: null | string;
            /** @description One an item decided so far, in the order given. */
            outcomes: components["schemas"]["BatchOutcome"][];
        };
        CertifiedYear: {
            /** @description Hours of the year. */
            summary: components["schemas"]["YearSummary"];
            /** @description Declaration that recognised them. */
            declarationId: string;
        };
        /** @description What the web client must know before anybody signs in; nothing of it is secret. */
        ClientSettingsView: {
            /** @description OpenID Connect authority, as its discovery document is found. */
            authority: string;
            /** @description The web client's name there; it has no secret and signs in with PKCE. */
            clientId: string;
            /** @description What it asks for. */
            scopes: string[];
            /** @description Origin that files are uploaded to and read from. */
            evidenceOrigin: string;
            /** @description Where statements are verified; number and code follow, as their QR codes say. */
            verificationBaseAddress: string;
        };
        ConfirmImportsRequest: {
            /** @description Ids of the platform's records; replaces the earlier choice for the year; empty takes it back. */
            recordIds: string[];
        };
        DeclarationList: {
            declarations: components["schemas"]["DeclarationSummary"][];
        };
        /** @description The short answer to every command; remembered with the command id and given again on a repetition. */
        DeclarationReceipt: {
            /** @description Id. */
            declarationId: string;
            /** @description After the command. */
            status: components["schemas"]["DeclarationStatus"];
            /**
             * Format: int64
             * @description Contiguous from 1; moves with each change of status or holder, not with edits of a draft.
             */
            version: number;
            /**
             * Format: int64
             * @description Moves with each edit of the draft.
             */
            draftRevision: number;
            /** @description The unit whose queue it is in; null when it is the person's or final. */
            holderUnitCode: null | string;
            /** @description Id of the item or evidence that the command made; null otherwise. */
            createdId: null | string;
            /** @description What still stands in the way of submission, of the draft as it is now; empty when not editable. */
            problems: components["schemas"]["Problem"][];
        };
        /**
         * @description Where a declaration stands (domain.md 71-77, with revocation and deletion). The numbers go over the wire between versions:
         *     never reuse one.
         * @enum {unknown}
         */
        DeclarationStatus: "draft" | "pendingEmployer" | "pendingSuperior" | "pendingAgency" | "recognised" | "returned" | "withdrawn" | "revoked" | "deleted";
        /** @description A declaration in its person's list. */
        DeclarationSummary: {
            declarationId: string;
            status: components["schemas"]["DeclarationStatus"];
            /** Format: int64 */
            version: number;
            holder: null | components["schemas"]["UnitReference"];
            /** Format: date-time */
            heldSince: string;
            years: number[];
            /** Format: int32 */
            totalQuarterHours: number;
            lastReason: null | string;
            /** Format: date-time */
            createdAt: string;
        };
        /** @description A declaration as its person and its reviewers see it. */
        DeclarationView: {
            declarationId: string;
            status: components["schemas"]["DeclarationStatus"];
            /** Format: int64 */
            version: number;
            /** Format: int64 */
            draftRevision: number;
            /** @description The declarant as registered when last submitted (present registration while a draft); id number masked. */
            declarant: components["schemas"]["ProfessionalSummary"];
            holder?: null | components["schemas"]["UnitReference"];
            /**
             * Format: date-time
             * @description Since when the present holder has it.
             */
            heldSince: string;
            head: components["schemas"]["DraftHead"];
            items: components["schemas"]["ItemView"][];
            /** @description Confirmed rows of the training platform; read-only, need no evidence. */
            importedHours: components["schemas"]["ImportedHoursView"][];
            evidence: components["schemas"]["EvidenceView"][];
            /** @description One a declared year, ascending. */
            years: components["schemas"]["YearSummary"][];
            /** @description Every version, ascending and contiguous from 1: who, when, what, why, under which rules. */
            history: components["schemas"]["HistoryEntry"][];
            /** @description What stands in the way of submission; empty when it cannot be edited. */
            problems: components["schemas"]["Problem"][];
            /** @description Version of the rule set that judged it last (or would judge it now, while a draft). */
            ruleSetVersion: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            submittedAt?: null | string;
        };
        DirectoryEntry: {
            code: string;
            name: string;
            kind: components["schemas"]["UnitKind"];
            divisionCode: string;
            parentCode: null | string;
            agencyCode: null | string;
            isActive: boolean;
            /** Format: int32 */
            childCount: number;
            ancestors: components["schemas"]["UnitReference"][];
        };
        DirectoryPage: {
            entries: components["schemas"]["DirectoryEntry"][];
            /** Format: int32 */
            matchCount: number;
            /** Format: date-time */
            refreshedAt: string;
        };
        /** @description What has become of what a unit decided, as the lines of its "done" list tell it. */
        DoneCounts: {
            /**
             * Format: int32
             * @description All lines of the list.
             */
            total: number;
            /** @description Counts by status, in the order of its numbers; statuses without a line are left out. */
            byStatus: components["schemas"]["StatusCount"][];
            /** @description As in QueuePage. */
            isLoading: boolean;
        };
        /**
         * @description The head of a declaration (申报信息, guide step 6) exactly as typed: wrong values are kept and reported, never dropped.
         *     Null is a field not yet filled. Each text is at most 500 characters; a longer one is refused as a shape error.
         */
        DraftHead: {
            phone?: null | string;
            email?: null | string;
            /** @description 职称, such as 讲师. */
            title?: null | string;
            /** @description 职称系列, such as 高等学校教师. */
            titleSeries?: null | string;
            /** @description Level of the title: `junior`, `intermediate`, `associate-senior`, `senior`, `none`. */
            titleLevel?: null | string;
            /** @description 从事专业. */
            profession?: null | string;
            /** @description First declared year of the recognition span (核认跨度), included; as typed. */
            spanFromYear?: null | string;
            /** @description Last declared year of the span, included; as typed. */
            spanToYear?: null | string;
            note?: null | string;
            /** @description 本人承诺以上信息属实: must be true on submission. */
            promisesTruth?: boolean;
        };
        /** @description One line of a declared year (明细, guide step 7) as typed. Null is a field not yet filled. */
        DraftItem: {
            /**
             * Format: int32
             * @description Declared year (申报年度), such as 2024.
             */
            year?: null | number;
            /** @description `general` (公需科目) or `professional` (专业科目). */
            subject?: null | string;
            /** @description Form of learning, a code of the rule set's list. */
            activityType?: null | string;
            activityName?: null | string;
            organiser?: null | string;
            place?: null | string;
            /** @description First day, `yyyy-MM-dd`, included. */
            startDate?: null | string;
            /** @description Last day, `yyyy-MM-dd`, included. */
            endDate?: null | string;
            /** @description Claimed hours in decimal, a multiple of 0.25, such as `12.5`. */
            hours?: null | string;
            note?: null | string;
        };
        EmployerCount: {
            employer: components["schemas"]["UnitReference"];
            /** Format: int32 */
            count: number;
        };
        /** @description A reserved place for a file, and the permission to put it there. */
        EvidenceReservation: {
            /** @description Id within the declaration. */
            evidenceId: string;
            /** @description How to send the bytes. */
            upload: components["schemas"]["UploadInstruction"];
        };
        EvidenceView: {
            /** @description Id within the declaration. */
            evidenceId: string;
            /**
             * Format: int32
             * @description The year it belongs to.
             */
            year: number;
            /** @description As the person named it; at most 200 characters. */
            fileName: string;
            /** @description `application/pdf`, `image/jpeg` or `image/png`. */
            contentType: string;
            /**
             * Format: int64
             * @description Size.
             */
            sizeBytes: number;
            /** @description SHA-256 in hexadecimal; null while the upload is open. */
            digest: null | string;
            /**
             * Format: date-time
             * @description When it was bound, or reserved while open.
             */
            addedAt: string;
        };
        /** @description Opens a declaration with as much content as is at hand, and submits it in the same step if so wished. */
        FileDeclarationRequest: {
            /**
             * @description The head of a declaration (申报信息, guide step 6) exactly as typed: wrong values are kept and reported, never dropped.
             *     Null is a field not yet filled. Each text is at most 500 characters; a longer one is refused as a shape error.
             */
            head?: {
                phone?: null | string;
                email?: null | string;
                /** @description 职称, such as 讲师. */
                title?: null | string;
                /** @description 职称系列, such as 高等学校教师. */
                titleSeries?: null | string;
                /** @description Level of the title: `junior`, `intermediate`, `associate-senior`, `senior`, `none`. */
                titleLevel?: null | string;
                /** @description 从事专业. */
                profession?: null | string;
                /** @description First declared year of the recognition span (核认跨度), included; as typed. */
                spanFromYear?: null | string;
                /** @description Last declared year of the span, included; as typed. */
                spanToYear?: null | string;
                note?: null | string;
                /** @description 本人承诺以上信息属实: must be true on submission. */
                promisesTruth?: boolean;
            };
            /** @description The items as typed; null for none. */
            items?: null | {
                /**
                 * Format: int32
                 * @description Declared year (申报年度), such as 2024.
                 */
                year?: null | number;
                /** @description `general` (公需科目) or `professional` (专业科目). */
                subject?: null | string;
                /** @description Form of learning, a code of the rule set's list. */
                activityType?: null | string;
                activityName?: null | string;
                organiser?: null | string;
                place?: null | string;
                /** @description First day, `yyyy-MM-dd`, included. */
                startDate?: null | string;
                /** @description Last day, `yyyy-MM-dd`, included. */
                endDate?: null | string;
                /** @description Claimed hours in decimal, a multiple of 0.25, such as `12.5`. */
                hours?: null | string;
                note?: null | string;
            }[];
            /** @description Rows of the training platform that the person ticked, by year; null for none. */
            confirmedImports?: null | {
                /**
                 * Format: int32
                 * @description Declared year.
                 */
                year: number;
                /** @description Ids of the platform's records. */
                recordIds: string[];
            }[];
            /**
             * @description True files it whole or refuses it whole; false or absent leaves a draft.
             * @default false
             */
            submit: boolean;
        };
        /** @description One version: who moved the declaration, when, how and why. */
        HistoryEntry: {
            /**
             * Format: int64
             * @description Its number.
             */
            version: number;
            /** @description `created`, `submitted`, `withdrawn`, `passed`, `returned`, `rerouted`, `recognised`, `revoked`, `deleted`. */
            action: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who. */
            actorPersonId: string;
            /** @description Name of the person as registered in the acting unit, or of the declarant. */
            actorName: string;
            unit: null | components["schemas"]["UnitReference"];
            nextUnit: null | components["schemas"]["UnitReference"];
            /** @description Reason or opinion; null when none was given. */
            reason: null | string;
            /** @description Items that a return concerns. */
            itemIds: string[];
            /** @description Rules it was judged by. */
            ruleSetVersion: string;
            /** @description Status it led to. */
            statusAfter: components["schemas"]["DeclarationStatus"];
        };
        ImportReceipt: {
            /** Format: int32 */
            added: number;
            /** Format: int32 */
            alreadyKnown: number;
        };
        ImportRecordsRequest: {
            /** @description 1 to int ImportRecordsRequest.RecordsMax records of the person's. */
            records: {
                /** @description The platform's id, 1 to 64 of `[A-Za-z0-9-]`. */
                recordId: string;
                /**
                 * Format: int32
                 * @description Year it counts for.
                 */
                year: number;
                /**
                 * @description 公需科目 or 专业科目.
                 * @enum {unknown}
                 */
                subject: "general" | "professional";
                /** @description 1 to 200 characters. */
                courseName: string;
                /** @description 1 to 200 characters. */
                organiser: string;
                /** @description Decimal, a multiple of 0.25, such as `12.5`. */
                hours: string;
                /** @description Day of completion, `yyyy-MM-dd`. */
                completedOn: string;
            }[];
        };
        ImportedHoursList: {
            rows: components["schemas"]["ImportedHoursView"][];
        };
        ImportedHoursView: {
            /** @description The record. */
            record: components["schemas"]["ImportedRecord"];
            /** @description Declaration that has confirmed it and is open or recognised; null when free. */
            usedByDeclarationId: null | string;
        };
        /** @description One record of the training platform (湖南省事业单位工作人员培训). */
        ImportedRecord: {
            /** @description The platform's id, 1 to 64 of `[A-Za-z0-9-]`. */
            recordId: string;
            /**
             * Format: int32
             * @description Year it counts for.
             */
            year: number;
            /** @description True for 公需科目, false for 专业科目. */
            isGeneral: boolean;
            /** @description 1 to 200 characters. */
            courseName: string;
            /** @description 1 to 200 characters. */
            organiser: string;
            /**
             * Format: int32
             * @description 1 to 1,600 quarter-hours.
             */
            quarterHours: number;
            /** @description Day of completion, `yyyy-MM-dd`. */
            completedOn: string;
        };
        IssueStatementRequest: {
            /**
             * Format: int32
             * @description First year, included.
             */
            fromYear: number;
            /**
             * Format: int32
             * @description Last year, included; not before the first.
             */
            toYear: number;
        };
        ItemView: {
            itemId: string;
            item: components["schemas"]["DraftItem"];
        };
        /** @description Who is signed in, and as what. */
        MeView: {
            /** @description Opaque id. */
            personId: string;
            profile: null | components["schemas"]["ProfessionalSummary"];
            /** @description Units in which this person has roles. */
            memberships: components["schemas"]["Membership"][];
            /** @description This person registers units and people. */
            isRegistryAdministrator: boolean;
        };
        MemberView: {
            personId: string;
            name: string;
            roles: components["schemas"]["UnitRoles"];
            naturalPersonId: null | string;
        };
        Membership: {
            unit: components["schemas"]["UnitReference"];
            kind: components["schemas"]["UnitKind"];
            roles: components["schemas"]["UnitRoles"];
        };
        PassRequest: {
            /** @description Superior or agency chosen; absent at an agency. */
            nextUnitCode?: null | string;
            /** @description Optional words for the record. */
            opinion?: null | string;
        };
        /** @description One wrong value: where, which rule, and how to mend it. */
        Problem: {
            /** @description JSON pointer into the draft, such as `/items/3f9a/hours` (items by their id) or `/head/phone`. */
            path: string;
            /** @description Stable code, such as `required` or `hours-not-quarter`. */
            code: string;
            /** @description A sentence for the person. */
            chinese: string;
            /** @description The same in English. */
            english: string;
            /** @description The clause it comes from; null when it is a matter of form. */
            rule?: null | string;
        };
        /** @description A problem document (RFC 9457) with the members that this API adds. */
        ProblemDocument: {
            /** @description Stable `urn:ceactors:problem:{code}`. */
            type: string;
            /** @description The kind of problem, in the language asked for. */
            title: string;
            /**
             * Format: int32
             * @description HTTP status.
             */
            status: number;
            /** @description What to do, in the language asked for. */
            detail: string;
            /** @description Stable code, for programs. */
            code: string;
            /** @description The detail in Chinese. */
            chinese: string;
            /** @description The detail in English. */
            english: string;
            /** @description Each wrong place: a JSON pointer into the body, or `query:name`, `header:name`, `route:name`. */
            problems: {
                /** @description JSON pointer into the draft, such as `/items/3f9a/hours` (items by their id) or `/head/phone`. */
                path: string;
                /** @description Stable code, such as `required` or `hours-not-quarter`. */
                code: string;
                /** @description A sentence for the person. */
                chinese: string;
                /** @description The same in English. */
                english: string;
                /** @description The clause it comes from; null when it is a matter of form. */
                rule?: null | string;
            }[];
            /** @description What a client may need besides; null when nothing. */
            facts: null | {
                [key: string]: string;
            };
            /** @description Names this answer in the service's logs. */
            traceId: string;
        };
        ProfessionalSummary: {
            /** @description Opaque id. */
            personId: string;
            /** @description Name. */
            name: string;
            /** @description First 4 and last 4 characters with stars between. */
            maskedResidentId: string;
            /** @description Employer. */
            employer: components["schemas"]["UnitReference"];
            /** @description The employer is a public institution. */
            isPublicInstitution: boolean;
            /** @description As registered; null when unknown. */
            title: null | string;
            /**
             * Format: int64
             * @description Version of the profile.
             */
            version: number;
        };
        QueueCounts: {
            /**
             * Format: int32
             * @description All that wait.
             */
            total: number;
            /** @description Counts by whole days waiting: under 1, under 3, under 7, under 15, 15 and more. */
            byAgeDays: number[];
            /** @description The 20 employers with the most, descending. */
            byEmployer: components["schemas"]["EmployerCount"][];
            /**
             * Format: date-time
             * @description Since when the oldest waits; null when none.
             */
            oldestSince: null | string;
            /** @description As in QueuePage. */
            isLoading: boolean;
        };
        /** @description One line of a unit's queue: what a list shows, sorts and filters by. Written as a row with its declaration. */
        QueueEntry: {
            /** @description Id. */
            declarationId: string;
            /**
             * Format: int64
             * @description Version at which it came to this holder (or was last changed there).
             */
            version: number;
            /** @description Declarant. */
            personId: string;
            /** @description Declarant's name. */
            personName: string;
            /** @description Employer at submission. */
            employerCode: string;
            /** @description Its name. */
            employerName: string;
            /** @description Pending status. */
            status: components["schemas"]["DeclarationStatus"];
            /**
             * Format: int32
             * @description First declared year.
             */
            fromYear: number;
            /**
             * Format: int32
             * @description Last declared year.
             */
            toYear: number;
            /**
             * Format: int32
             * @description Claimed hours of all years.
             */
            totalQuarterHours: number;
            /** @description As declared; may be null. */
            titleLevel: null | string;
            /**
             * Format: date-time
             * @description When it was submitted last.
             */
            submittedAt: string;
            /**
             * Format: date-time
             * @description Since when this holder has it (for a line of the "done" list: when the unit decided last).
             */
            heldSince: string;
            /** @description Every declared year meets its target. */
            targetsMet: boolean;
        };
        QueuePage: {
            /** @description At most the page size. */
            entries: components["schemas"]["QueueEntry"][];
            /**
             * Format: int32
             * @description How many match the filters in all.
             */
            matchCount: number;
            /**
             * Format: int32
             * @description How many the list holds.
             */
            totalCount: number;
            /** @description Cursor for the next page; null at the end. */
            next: null | string;
            /** @description The list is still being read after an activation; entries and counts may be incomplete. */
            isLoading: boolean;
        };
        RecognisedHours: {
            /** @description Ascending; one a year that stands recognised within the range. */
            years: components["schemas"]["RecognisedYear"][];
        };
        RecognisedYear: {
            summary: components["schemas"]["YearSummary"];
            declarationId: string;
            /** Format: date-time */
            recognisedAt: string;
            agency: components["schemas"]["UnitReference"];
        };
        /** @description An expected "no", with a stable code and a sentence that a person can act on in both languages. */
        Refusal: {
            /** @description The family. */
            kind: components["schemas"]["RefusalKind"];
            /** @description Stable, lower case with hyphens, for programs; never shown alone. */
            code: string;
            /** @description A full sentence that says what to do. */
            chinese: string;
            /** @description The same in English. */
            english: string;
            /** @description The places that are wrong; empty when the refusal concerns the whole. */
            problems: components["schemas"]["Problem"][];
            /** @description What a client may need besides, such as `version` or `decidedBy`; null when nothing. */
            facts?: null | {
                [key: string]: string;
            };
        };
        /**
         * @description The family of a refusal; the HTTP front maps it to a status without knowing the rule.
         * @enum {unknown}
         */
        RefusalKind: "notFound" | "forbidden" | "conflict" | "stale" | "invalid" | "tooMany";
        RegisterMemberRequest: {
            /** @description Name shown beside decisions. */
            name: string;
            /** @description Roles of a member; a set. */
            roles: ("administrator" | "reviewer" | "clerk" | "auditor")[];
            /**
             * @description The same human's subject as a registered professional when it is another account; else absent. Said once, it holds for the account in every
             *     unit: nobody decides on what the professional files, and the account files nothing itself. Registry administrators alone say, change or
             *     cut it, and none of their own account's. Left out, it stays as it is; naming the account itself cuts it.
             */
            naturalPersonSubject?: null | string;
        };
        RegisterProfessionalRequest: {
            /** @description 1 to 50 characters. */
            name: string;
            /** @description 居民身份证号, 18 characters; of no other registered professional. */
            residentId: string;
            /** @description Registered unit that is not an agency. */
            employerCode: string;
            /** @description 职称 as registered; absent when unknown. */
            title?: null | string;
        };
        RegisterUnitRequest: {
            /** @description 2 to 100 characters. */
            name: string;
            /**
             * @description What a unit is. Numbers go over the wire: never reuse one.
             * @enum {unknown}
             */
            kind: "employer" | "supervisingDepartment" | "agency";
            /** @description Division of Hunan, 6 digits. */
            divisionCode: string;
            /** @description 事业单位: its staff have hours on the training platform. */
            isPublicInstitution: boolean;
            /** @description False closes it for new arrivals. */
            isActive: boolean;
            /** @description Unified social credit code; absent for a unit without one. */
            creditCode?: null | string;
            /** @description Superior; absent for a first-level unit and for agencies. */
            parentCode?: null | string;
            /** @description Handling agency; mandatory for a first-level unit. */
            agencyCode?: null | string;
        };
        RerouteRequest: {
            /** @description Where it belongs. */
            nextUnitCode: string;
            /** @description Why. */
            reason: string;
        };
        ReserveEvidenceRequest: {
            /**
             * Format: int32
             * @description The declared year that it proves.
             */
            year: number;
            /** @description As the person named it; at most int ReserveEvidenceRequest.FileNameCharactersMax characters. */
            fileName: string;
            /** @description `application/pdf`, `image/jpeg` or `image/png`. */
            contentType: string;
            /**
             * Format: int64
             * @description Size of the file.
             */
            sizeBytes: number;
        };
        ReturnRequest: {
            /** @description Why, for the person to act on. */
            reason: string;
            /** @description Items that it concerns; absent when the whole. */
            itemIds?: null | string[];
        };
        RevokeRequest: {
            /** @description Why, for the record. */
            reason: string;
        };
        RouteChoices: {
            /** @description Ancestors, nearest first (guide step 9 and the department's step 8). */
            superiors: components["schemas"]["UnitReference"][];
            /** @description Agencies that may be chosen: the unit's own, else the nearest ancestor's. */
            agencies: components["schemas"]["UnitReference"][];
            /** @description True for a first-level unit (一级单位直接选择经办机构). */
            mustChooseAgency: boolean;
            /** @description The only choice, or the one chosen last by this unit; null when neither. */
            suggestedCode: null | string;
        };
        RuleSetView: {
            /** @description Version, such as `hunan-2026.1`. */
            version: string;
            /** @description True when values that no source gives were filled in as examples. */
            isExample: boolean;
            /** @description Where the values come from. */
            citation: string;
            /**
             * Format: int32
             * @description Least general subject a year.
             */
            generalTargetQuarterHours: number;
            /**
             * Format: int32
             * @description Least professional subject a year.
             */
            professionalTargetQuarterHours: number;
            /**
             * Format: int32
             * @description Least in all a year.
             */
            totalTargetQuarterHours: number;
            /**
             * Format: int32
             * @description Earliest declared year, included.
             */
            spanFromYear: number;
            /**
             * Format: int32
             * @description Latest declared year, included.
             */
            spanToYear: number;
            /** @description Names of fields that must be filled, `head.phone`, `item.organiser`. */
            requiredFields: string[];
            /** @description Codes and names of forms of learning. */
            activityTypes: components["schemas"]["ActivityTypeView"][];
            /** @description A year with typed items needs evidence. */
            evidenceRequired: boolean;
        };
        SetMemberRequest: {
            /** @description Name shown beside decisions. */
            name: string;
            /** @description Roles of a member; a set. */
            roles: ("administrator" | "reviewer" | "clerk" | "auditor")[];
            /**
             * @description The same human's id as a registered professional when it is another account; else absent. Said once, it holds for the account in every
             *     unit: nobody decides on what the professional files, and the account files nothing itself. Registry administrators alone say, change or
             *     cut it, and none of their own account's. Left out, it stays as it is; naming the account itself cuts it.
             */
            naturalPersonId?: null | string;
        };
        StartBatchRequest: {
            /** @description 1 to int StartBatchRequest.ItemsMax declarations, each with the version that the clerk saw. */
            items: {
                /** @description Declaration. */
                declarationId: string;
                /**
                 * Format: int64
                 * @description Version that the clerk saw.
                 */
                version: number;
            }[];
            /**
             * @description 通过 or 不通过.
             * @enum {unknown}
             */
            verdict: "pass" | "return";
            /** @description Mandatory for a return; optional opinion for a pass. */
            reason?: null | string;
        };
        StatementContent: {
            /** @description Statement number, such as `HN2026-XXXX-XXXX-XXXX`. */
            number: string;
            /** @description Verification code: 10 characters that only the paper shows. */
            code: string;
            /** @description Holder. */
            personId: string;
            /** @description Name at issue. */
            holderName: string;
            /** @description Masked. */
            maskedResidentId: string;
            /** @description Employer at issue. */
            employer: components["schemas"]["UnitReference"];
            /** @description Title at issue; null when unknown. */
            title: null | string;
            /**
             * Format: int32
             * @description Included.
             */
            fromYear: number;
            /**
             * Format: int32
             * @description Included.
             */
            toYear: number;
            /** @description Recognised years in the range, ascending. */
            years: components["schemas"]["CertifiedYear"][];
            /** @description Agency of the latest recognition. */
            agency: components["schemas"]["UnitReference"];
            /**
             * Format: date-time
             * @description When.
             */
            issuedAt: string;
            /** @description Rules of the recognitions. */
            ruleSetVersion: string;
        };
        StatementList: {
            statements: components["schemas"]["StatementView"][];
        };
        /** @description What the public learns: no whole name, no whole id number. */
        StatementVerification: {
            number: string;
            maskedName: string;
            maskedResidentId: string;
            employerName: string;
            agencyName: string;
            /** Format: date-time */
            issuedAt: string;
            years: components["schemas"]["YearSummary"][];
            digest: string;
            isRevoked: boolean;
            /** Format: date-time */
            revokedAt: null | string;
        };
        StatementView: {
            /** @description What it certifies. */
            content: components["schemas"]["StatementContent"];
            /** @description SHA-256 of the content in its canonical form. */
            digest: string;
            /** @description SHA-256 of the rendered paper; null before the first rendering. */
            renderingDigest: null | string;
            /** @description A recognition it rests on was revoked. */
            isRevoked: boolean;
            /**
             * Format: date-time
             * @description When; null while it stands.
             */
            revokedAt: null | string;
        };
        StatusCount: {
            status: components["schemas"]["DeclarationStatus"];
            /** Format: int32 */
            count: number;
        };
        UnitAudit: {
            entries: components["schemas"]["AuditEntry"][];
        };
        /**
         * @description What a unit is. Numbers go over the wire: never reuse one.
         * @enum {unknown}
         */
        UnitKind: "employer" | "supervisingDepartment" | "agency";
        UnitReference: {
            code: string;
            name: string;
        };
        /** @description Roles of a member; a set. */
        UnitRoles: ("administrator" | "reviewer" | "clerk" | "auditor")[];
        UnitView: {
            code: string;
            name: string;
            kind: components["schemas"]["UnitKind"];
            divisionCode: string;
            creditCode: null | string;
            parentCode: null | string;
            agencyCode: null | string;
            isPublicInstitution: boolean;
            isActive: boolean;
            /** Format: int64 */
            version: number;
            members: components["schemas"]["MemberView"][];
        };
        UploadInstruction: {
            /** @description Where to send the bytes; a secret of the person until it expires. */
            uri: string;
            /** @description HTTP method. */
            method: string;
            /** @description Headers that the request must carry. */
            headers: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description From then on it is void; repeat the command for another.
             */
            expiresAt: string;
        };
        /** @description One broken promise. */
        VerificationFinding: {
            /** @description Stable code of its kind, such as `row-missing`. */
            code: string;
            /** @description Table or container. */
            table: string;
            /** @description Row key or blob; empty when it concerns a table as a whole. */
            row: string;
            /** @description What is wrong; ids and codes, never what people typed. */
            detail: string;
        };
        /** @description What a verification has found. */
        VerificationResult: {
            /** @description No promise is broken, and nothing doubtful was left open. */
            isHealthy: boolean;
            /** @description Whether the files of evidence and statements were looked for. */
            filesRead: boolean;
            /**
             * Format: int64
             * @description Declarations read.
             */
            declarations: number;
            /**
             * Format: int64
             * @description Doubtful things that changed each time they were read; run again.
             */
            unsettled: number;
            /**
             * Format: int64
             * @description Doubtful things that were too many to read again; mend what is told and run again.
             */
            leftOut: number;
            /**
             * Format: int64
             * @description Broken promises in all.
             */
            findingCount: number;
            /** @description The first 200 of them. */
            findings: components["schemas"]["VerificationFinding"][];
        };
        /**
         * @description How a verification stands.
         * @enum {unknown}
         */
        VerificationState: "none" | "running" | "finished" | "failed";
        /** @description One verification. */
        VerificationView: {
            /** @description How it stands. */
            state: components["schemas"]["VerificationState"];
            /**
             * Format: date-time
             * @description When; null for none.
             */
            startedAt: null | string;
            /**
             * Format: date-time
             * @description When it ended; null before.
             */
            finishedAt: null | string;
            /** @description What is read: `units`, `documents`, `files` or `doubts`; null before the first. */
            step: null | string;
            /**
             * Format: int32
             * @description Buckets read in this step.
             */
            bucketsDone: number;
            /**
             * Format: int32
             * @description Buckets to read in this step.
             */
            buckets: number;
            /**
             * Format: int64
             * @description Rows read so far.
             */
            rowsRead: number;
            result: null | components["schemas"]["VerificationResult"];
        };
        /** @description Hours of one declared year, in quarter-hours, against the rule set's targets. */
        YearSummary: {
            /**
             * Format: int32
             * @description Declared year.
             */
            year: number;
            /**
             * Format: int32
             * @description Claimed (or recognised, once recognised) for the general subject.
             */
            generalQuarterHours: number;
            /**
             * Format: int32
             * @description The same for the professional subject.
             */
            professionalQuarterHours: number;
            /**
             * Format: int32
             * @description Least for the general subject.
             */
            generalTargetQuarterHours: number;
            /**
             * Format: int32
             * @description Least for the professional subject.
             */
            professionalTargetQuarterHours: number;
            /**
             * Format: int32
             * @description Least for the sum.
             */
            totalTargetQuarterHours: number;
            /** @description All three reached (达标). */
            targetMet: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listDeclarations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationList"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    fileDeclaration: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileDeclarationRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationReceipt"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getDeclaration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationView"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    deleteDeclaration: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationReceipt"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Version required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    saveDeclarationHead: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftHead"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationReceipt"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    addDeclarationItem: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftItem"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationReceipt"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    changeDeclarationItem: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match"?: string;
            };
            path: {
                id: string;
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftItem"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationReceipt"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    removeDeclarationItem: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match"?: string;
            };
            path: {
                id: string;
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationReceipt"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    confirmImportedHours: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match"?: string;
            };
            path: {
                id: string;
                year: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmImportsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationReceipt"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    submitDeclaration: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationReceipt"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Version required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    withdrawDeclaration: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationReceipt"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Version required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    reserveEvidence: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReserveEvidenceRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceReservation"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    completeEvidence: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match"?: string;
            };
            path: {
                id: string;
                evidenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationReceipt"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    removeEvidence: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match"?: string;
            };
            path: {
                id: string;
                evidenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationReceipt"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getEvidenceContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                evidenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getUnitEvidenceContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: string;
                id: string;
                evidenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getImportedHours: {
        parameters: {
            query?: {
                /** @description Only this year. */
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedHoursList"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getRecognisedHours: {
        parameters: {
            query?: {
                /** @description First year, included. */
                fromYear?: number;
                /** @description Last year, included. */
                toYear?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecognisedHours"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    importTrainingRecords: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
            };
            path: {
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportRecordsRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReceipt"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    listStatements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementList"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    issueStatement: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueStatementRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementView"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementView"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getStatementPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    verifyStatement: {
        parameters: {
            query: {
                /** @description Verification code as printed on the statement. */
                code: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementVerification"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getUnit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getQueue: {
        parameters: {
            query?: {
                /** @description Order; heldSince when absent. Ties go by declaration id. */
                sort?: "heldSince" | "submittedAt" | "personName" | "employerName" | "totalHours";
                /** @description Direction. */
                descending?: boolean;
                /** @description Part of the person's or employer's name, or of the declaration id. */
                text?: string;
                /** @description Only this employer's people. */
                employer?: string;
                /** @description Only declarations that cover this year. */
                year?: number;
                /** @description Only those that do (or do not) meet every target. */
                targetsMet?: boolean;
                /** @description Only those held since before this time. */
                heldBefore?: string;
                /** @description Cursor of the page before; absent for the first page. */
                after?: string;
                /** @description Entries of one page; 50 when absent. */
                pageSize?: number;
            };
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuePage"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getDone: {
        parameters: {
            query?: {
                /** @description Order; heldSince when absent. Ties go by declaration id. */
                sort?: "heldSince" | "submittedAt" | "personName" | "employerName" | "totalHours";
                /** @description Direction. */
                descending?: boolean;
                /** @description Part of the person's or employer's name, or of the declaration id. */
                text?: string;
                /** @description Only this employer's people. */
                employer?: string;
                /** @description Only declarations that cover this year. */
                year?: number;
                /** @description Only those that do (or do not) meet every target. */
                targetsMet?: boolean;
                /** @description Only those held since before this time. */
                heldBefore?: string;
                /** @description Cursor of the page before; absent for the first page. */
                after?: string;
                /** @description Entries of one page; 50 when absent. */
                pageSize?: number;
            };
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuePage"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getCounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueCounts"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getDoneCounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoneCounts"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getRoutes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteChoices"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getUnitDeclaration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unit: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationView"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    passDeclaration: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match": string;
            };
            path: {
                unit: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PassRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationReceipt"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Version required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    returnDeclaration: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match": string;
            };
            path: {
                unit: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationReceipt"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Version required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    rerouteDeclaration: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match": string;
            };
            path: {
                unit: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RerouteRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationReceipt"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Version required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    revokeRecognition: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match": string;
            };
            path: {
                unit: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationReceipt"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Version required */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    setMember: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match"?: string;
            };
            path: {
                unit: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetMemberRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match"?: string;
            };
            path: {
                unit: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    startBatch: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
            };
            path: {
                unit: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartBatchRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    registerUnit: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterUnitRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getUnitAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitAudit"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getAccountAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountAudit"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    registerProfessional: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match"?: string;
            };
            path: {
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterProfessionalRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfessionalSummary"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    registerMember: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match"?: string;
            };
            path: {
                code: string;
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterMemberRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unsupported media type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    unregisterMember: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
                /** @description The ETag that was read, such as "v3-r17"; "v3" where only the version matters. */
                "If-Match"?: string;
            };
            path: {
                code: string;
                subject: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitView"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Changed in the meantime */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationView"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    startVerification: {
        parameters: {
            query?: never;
            header: {
                /** @description Made by the client for each command, stored before sending and reused on retry. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationView"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not possible in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Breaks a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    searchUnits: {
        parameters: {
            query?: {
                /** @description Part of code, name or pinyin initials. */
                text?: string;
                /** @description Only this kind. */
                kind?: "employer" | "supervisingDepartment" | "agency";
                /** @description Only direct children of this unit. */
                parent?: string;
                /** @description Only this division. */
                division?: string;
                /** @description Entries to leave out; 0 when absent. */
                skip?: number;
                /** @description Entries of one page; 50 when absent. */
                pageSize?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryPage"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getDirectoryEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryEntry"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleSetView"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    getClientSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientSettingsView"];
                };
            };
            /** @description Malformed request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Unexpected error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description Away for the moment */
            503: {
                headers: {
                    /** @description Seconds until the same request, with the same Idempotency-Key, may be sent again. */
                    "Retry-After": number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
}

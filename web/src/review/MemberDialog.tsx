import { Checkbox, Form, Input } from "antd";
import { useState, type ReactNode } from "react";
import { useCommand } from "../api/useCommand";
import { ProblemAlert } from "../components/ProblemAlert";
import { useTexts } from "../language/defineTexts";
import { memberNameMax, personIdPattern, rolesOf } from "./memberRoles";
import { memberTexts } from "./memberTexts";
import { ReviewDialog } from "./ReviewDialog";
import type { MemberRole, MemberView, UnitView } from "./types";

/** Adds a member, or changes the name and roles of one. */
export function MemberDialog(props: {
  readonly unit: UnitView;
  readonly etag: string | null;
  /** Null for a new one. */
  readonly member: MemberView | null;
  readonly onClose: () => void;
}): ReactNode {
  const { unit, member } = props;
  const t = useTexts(memberTexts);
  const command = useCommand();
  const [personId, setPersonId] = useState(member?.personId ?? "");
  const [name, setName] = useState(member?.name ?? "");
  const [roles, setRoles] = useState<readonly MemberRole[]>(member?.roles ?? []);
  const [isTried, setTried] = useState(false);
  const id = personId.trim();
  const isKnown = member === null && unit.members.some((each) => each.personId === id);
  const personProblem = !personIdPattern.test(id) ? t("personIdWrong") : isKnown ? t("alreadyMember") : null;
  const nameProblem = name.trim() === "" ? t("nameMissing") : null;
  const rolesProblem = roles.length === 0 ? t("rolesMissing") : null;
  const save = async () => {
    setTried(true);
    if (personProblem || nameProblem || rolesProblem || command.isSending) {
      return;
    }
    const result = await command.send({
      method: "put",
      path: "/api/units/{unit}/members/{personId}",
      parameters: { unit: unit.code, personId: id },
      etag: props.etag,
      // Who the member is as a professional is the registry's to change; left out, it stays as it is.
      body: { name: name.trim(), roles: [...roles] },
      label: t("saving", { name: name.trim() }),
    });
    if (result.isDone) {
      props.onClose();
    }
  };
  return (
    <ReviewDialog
      title={member ? t("changeOf", { name: member.name }) : t("add")}
      okLabel={t("save")}
      isDanger={false}
      isOpen
      isBusy={command.isSending}
      onOk={() => void save()}
      onCancel={props.onClose}
    >
      {command.problem ? <ProblemAlert problem={command.problem} /> : null}
      <Form layout="vertical" component={false}>
        <Field
          id="member-id"
          label={t("personId")}
          problem={isTried ? personProblem : null}
          hint={t("whereIsPersonId")}
        >
          <Input
            id="member-id"
            value={personId}
            disabled={member !== null}
            autoComplete="off"
            aria-required
            onChange={(event) => setPersonId(event.target.value)}
          />
        </Field>
        <Field id="member-name" label={t("name")} problem={isTried ? nameProblem : null} hint={t("nameHint")}>
          <Input
            id="member-name"
            value={name}
            maxLength={memberNameMax}
            aria-required
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <fieldset className="picker">
          <legend>{t("roles")}</legend>
          {rolesOf(unit.kind).map((role) => (
            <div key={role} className="picker-choice">
              <Checkbox
                checked={roles.includes(role)}
                onChange={(event) =>
                  setRoles(event.target.checked ? [...roles, role] : roles.filter((each) => each !== role))
                }
              >
                <strong>{t(`role.${role}`)}</strong>{" "}
                <span className="review-small">{t(`role.${role}.may`)}</span>
              </Checkbox>
            </div>
          ))}
          {isTried && rolesProblem ? (
            <p role="alert" className="field-error">
              {rolesProblem}
            </p>
          ) : null}
        </fieldset>
      </Form>
    </ReviewDialog>
  );
}

function Field(props: {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly problem: string | null;
  readonly children: ReactNode;
}) {
  return (
    <Form.Item
      label={props.label}
      htmlFor={props.id}
      required
      validateStatus={props.problem ? "error" : ""}
      help={props.problem ? <span role="alert">{props.problem}</span> : props.hint}
    >
      {props.children}
    </Form.Item>
  );
}

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Popconfirm, Space, Typography } from "antd";
import { useState, type ReactNode } from "react";
import { api, unwrap } from "../api/client";
import { useCommand } from "../api/useCommand";
import { LoadError } from "../components/LoadError";
import { Loading } from "../components/Loading";
import { ProblemAlert } from "../components/ProblemAlert";
import { useTexts } from "../language/defineTexts";
import { useMe } from "../session/useMe";
import { MemberDialog } from "./MemberDialog";
import { memberTexts } from "./memberTexts";
import { isLastAdministrator } from "./memberRoles";
import type { MemberView } from "./types";
import { reviewKeys } from "./useQueue";

/** Who may act for a unit: everybody in it sees, its administrators change. */
export function Members(props: { readonly unit: string }): ReactNode {
  const { unit } = props;
  const t = useTexts(memberTexts);
  const me = useMe();
  const client = useQueryClient();
  const [edited, setEdited] = useState<MemberView | "new" | null>(null);
  const removal = useCommand();
  const query = useQuery({
    queryKey: reviewKeys.members(unit),
    queryFn: ({ signal }) => unwrap(api.GET("/api/units/{unit}", { params: { path: { unit } }, signal })),
  });
  if (query.isPending) {
    return <Loading />;
  }
  if (!query.data) {
    return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  }
  const { data: view, etag } = query.data;
  const readAgain = () => void client.invalidateQueries({ queryKey: reviewKeys.members(unit) });
  const mayChange =
    me.isRegistryAdministrator ||
    view.members.some((member) => member.personId === me.personId && member.roles.includes("administrator"));
  const remove = async (member: MemberView) => {
    await removal.send({
      method: "delete",
      path: "/api/units/{unit}/members/{personId}",
      parameters: { unit, personId: member.personId },
      etag,
      label: t("removing", { name: member.name }),
    });
    readAgain();
  };
  return (
    <div className="members">
      <p>
        {t("unit", { name: view.name, code: view.code })} {view.isActive ? null : t("closed")}
      </p>
      <Alert
        type="info"
        showIcon
        title={t("whatIsPersonId")}
        description={
          <>
            <p>{t("whereIsPersonId")}</p>
            <p>
              {t("yourPersonId")} <Typography.Text copyable>{me.personId}</Typography.Text>
            </p>
          </>
        }
      />
      {removal.problem ? (
        <ProblemAlert problem={removal.problem} onRetry={readAgain} onClose={removal.clear} />
      ) : null}
      {mayChange ? (
        <Button type="primary" onClick={() => setEdited("new")}>
          {t("add")}
        </Button>
      ) : (
        <p>{t("readOnly")}</p>
      )}
      <ul className="member-list">
        {view.members.map((member) => {
          const isLast = isLastAdministrator(view.members, member.personId);
          return (
            <li key={member.personId} className="member">
              <div className="member-who">
                <strong>{member.name}</strong>
                {member.personId === me.personId ? (
                  <span className="review-tag review-tag-plain">{t("you")}</span>
                ) : null}
                {member.roles.map((role) => (
                  <span key={role} className="review-tag review-tag-good">
                    {t(`role.${role}`)}
                  </span>
                ))}
                <span className="review-small">
                  {t("personId")} {member.personId}
                  {member.naturalPersonId ? ` · ${t("natural", { id: member.naturalPersonId })}` : ""}
                </span>
              </div>
              {mayChange ? (
                <Space wrap>
                  <Button onClick={() => setEdited(member)} aria-label={t("changeOf", { name: member.name })}>
                    {t("change")}
                  </Button>
                  <Popconfirm
                    title={t("removeAsk", { name: member.name })}
                    description={t("removeExplains")}
                    okText={t("remove")}
                    cancelText={t("cancel")}
                    okButtonProps={{ danger: true }}
                    onConfirm={() => remove(member)}
                  >
                    <Button
                      danger
                      disabled={isLast || removal.isSending}
                      aria-label={t("removeOf", { name: member.name })}
                    >
                      {t("remove")}
                    </Button>
                  </Popconfirm>
                  {isLast ? <span className="review-small">{t("lastAdministrator")}</span> : null}
                </Space>
              ) : null}
            </li>
          );
        })}
      </ul>
      {edited ? (
        <MemberDialog
          key={edited === "new" ? "new" : edited.personId}
          unit={view}
          etag={etag}
          member={edited === "new" ? null : edited}
          onClose={() => {
            setEdited(null);
            readAgain();
          }}
        />
      ) : null}
    </div>
  );
}

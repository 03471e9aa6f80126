import { PlusOutlined } from "@ant-design/icons";
import { Alert, Pagination, Select } from "antd";
import { type ReactNode, useMemo } from "react";
import { Link, useSearchParams } from "react-router";
import { Empty } from "../components/Empty";
import { LoadError } from "../components/LoadError";
import { Loading } from "../components/Loading";
import { PageTitle } from "../components/PageTitle";
import { useTexts } from "../language/defineTexts";
import { ButtonLink } from "./ButtonLink";
import { DeclarationCard } from "./DeclarationCard";
import { type Group, groups, listed, orders, pageOf, pageSize, readListState } from "./declarationList";
import { useMenuPath } from "./menuPath";
import { isOpen, useDeclarations } from "./queries";
import { texts } from "./texts";
import { addressOf } from "./useOpening";

/** 学时核认申报: one's own declarations, and the way to a new one. */
export function DeclarationsPage(): ReactNode {
  const text = useTexts(texts);
  const path = useMenuPath(text("declarations"));
  const declarations = useDeclarations();
  const open = declarations.data?.find(({ status }) => isOpen(status));
  return (
    <>
      <PageTitle
        path={path}
        extra={
          open === undefined ? (
            <ButtonLink to="/individual/declarations/new" type="primary" icon={<PlusOutlined aria-hidden />}>
              {text("newDeclaration")}
            </ButtonLink>
          ) : null
        }
      />
      {open === undefined ? null : (
        <Alert
          type="info"
          showIcon
          className="individual-note"
          title={text("openTitle")}
          description={
            <>
              <p>{text("openExplained")}</p>
              <Link to={addressOf(open)}>{text("goToOpen")}</Link>
            </>
          }
        />
      )}
      {declarations.isPending ? (
        <Loading />
      ) : declarations.isError ? (
        <LoadError error={declarations.error} onRetry={() => void declarations.refetch()} />
      ) : declarations.data.length === 0 ? (
        <Empty text={text("noDeclarations")} />
      ) : (
        <DeclarationList declarations={declarations.data} />
      )}
    </>
  );
}

function DeclarationList({ declarations }: { declarations: Parameters<typeof listed>[0] }): ReactNode {
  const text = useTexts(texts);
  const [parameters, setParameters] = useSearchParams();
  const state = readListState(parameters);
  const shown = useMemo(() => listed(declarations, state), [declarations, state]);
  const { rows, page } = pageOf(shown, state.page);
  const put = (name: string, value: string, standard: string) =>
    setParameters(
      (before) => {
        const next = new URLSearchParams(before);
        if (name !== "page") {
          next.delete("page");
        }
        if (value === standard) {
          next.delete(name);
        } else {
          next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <div className="individual-filters">
        <label>
          <span>{text("filter")}</span>
          <Select<Group>
            aria-label={text("filter")}
            value={state.group}
            options={groups.map((group) => ({ value: group, label: text(`group-${group}`) }))}
            onChange={(group) => put("group", group, "all")}
          />
        </label>
        <label>
          <span>{text("order")}</span>
          <Select
            aria-label={text("order")}
            value={state.order}
            options={orders.map((order) => ({ value: order, label: text(`order-${order}`) }))}
            onChange={(order) => put("order", order, "newest")}
          />
        </label>
      </div>
      {rows.length === 0 ? (
        <Empty text={text("noneOfGroup")} />
      ) : (
        <ul className="individual-cards">
          {rows.map((declaration) => (
            <li key={declaration.declarationId}>
              <DeclarationCard declaration={declaration} />
            </li>
          ))}
        </ul>
      )}
      {shown.length > pageSize ? (
        <Pagination
          align="end"
          current={page}
          pageSize={pageSize}
          total={shown.length}
          showSizeChanger={false}
          onChange={(next) => put("page", String(next), "1")}
        />
      ) : null}
    </>
  );
}

import { Breadcrumb, Flex } from "antd";
import { type ReactNode, useEffect } from "react";
import { Link } from "react-router";

/** A step of a menu path; with `to` it leads there. */
export type PathStep = string | { readonly text: string; readonly to: string };

function textOf(step: PathStep): string {
  return typeof step === "string" ? step : step.text;
}

/**
 * The heading of a page below the guide's menu path, such as 人才人事 → 专业技术人员管理 → 继续教育 → 学时核认申报. The last step is the
 * page's heading and the window's title.
 */
export function PageTitle({
  path,
  extra,
}: {
  path: readonly [PathStep, ...PathStep[]];
  /** What can be done with the whole page. */
  extra?: ReactNode;
}): ReactNode {
  const title = textOf(path[path.length - 1] ?? path[0]);
  useEffect(() => {
    const before = document.title;
    document.title = `${title} · 继续教育学时核认`;
    return () => {
      document.title = before;
    };
  }, [title]);
  const above = path.slice(0, -1);
  return (
    <header className="page-title">
      {above.length === 0 ? null : (
        <Breadcrumb
          items={above.map((step) => ({
            key: textOf(step),
            title: typeof step === "string" ? step : <Link to={step.to}>{step.text}</Link>,
          }))}
        />
      )}
      <Flex justify="space-between" align="center" wrap gap="small">
        <h1>{title}</h1>
        {extra}
      </Flex>
    </header>
  );
}

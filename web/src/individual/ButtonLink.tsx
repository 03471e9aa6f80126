import { Button, type ButtonProps } from "antd";
import type { MouseEvent, ReactNode } from "react";
import { useHref, useLinkClickHandler } from "react-router";

/** A link that looks like a button: it can be opened in another tab, and is one thing to the keyboard. */
export function ButtonLink({
  to,
  ...button
}: { to: string } & Omit<ButtonProps, "href" | "onClick">): ReactNode {
  const href = useHref(to);
  const follow = useLinkClickHandler(to);
  return (
    <Button {...button} href={href} onClick={(event) => follow(event as MouseEvent<HTMLAnchorElement>)} />
  );
}

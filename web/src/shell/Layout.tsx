import { type ReactNode, useEffect, useRef } from "react";
import { Outlet, ScrollRestoration, useLocation } from "react-router";
import { useTexts } from "../language/defineTexts";
import { Banners } from "./Banners";
import { Header } from "./Header";
import { Settlements } from "./Settlements";
import { shellTexts } from "./texts";

/** The frame of every page. */
export function Layout(): ReactNode {
  const text = useTexts(shellTexts);
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shownBefore = useRef(pathname);
  useEffect(() => {
    // Whoever hears the page instead of seeing it must learn that it is another one.
    if (shownBefore.current !== pathname) {
      shownBefore.current = pathname;
      main.current?.focus({ preventScroll: true });
    }
  }, [pathname]);
  return (
    <>
      <a href="#content" className="skip-link">
        {text("skip")}
      </a>
      <Header />
      <Banners />
      <Settlements />
      <main id="content" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="shell-footer no-print">{text("footer")}</footer>
      <ScrollRestoration />
    </>
  );
}

import { Alert } from "antd";
import { useState } from "react";
import { fittedSize } from "./evidenceFiles";
import { useTexts } from "../language/defineTexts";
import { reviewTexts } from "./texts";

/** A picture, fitted to the width, turned and zoomed. */
export function ImageStage(props: {
  readonly address: string;
  readonly description: string;
  readonly zoom: number;
  readonly rotation: number;
  readonly stageWidth: number;
}) {
  const t = useTexts(reviewTexts);
  const [natural, setNatural] = useState<{ width: number; height: number } | null>(null);
  const [isBroken, setBroken] = useState(false);
  if (isBroken) {
    return <Alert type="error" showIcon title={t("viewer.unreadable")} />;
  }
  const fitted = fittedSize(natural ?? { width: 1, height: 1 }, props.rotation, props.stageWidth);
  const width = fitted.width * props.zoom;
  const height = fitted.height * props.zoom;
  const isAcross = props.rotation % 180 !== 0;
  return (
    <div
      className="viewer-box"
      style={{ width: isAcross ? height : width, height: isAcross ? width : height }}
    >
      <img
        src={props.address}
        alt={props.description}
        onLoad={({ currentTarget }) =>
          setNatural({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
        }
        onError={() => setBroken(true)}
        style={{
          width,
          height,
          visibility: natural ? "visible" : "hidden",
          transform: `translate(-50%, -50%) rotate(${props.rotation}deg)`,
        }}
      />
    </div>
  );
}

import { Blob as NodeBlob } from "node:buffer";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem, Unreachable } from "../../api/problems";
import { fittingName, typeOf, uploadLimits } from "./limits";
import { UploadFailure } from "./putFile";
import {
  attemptsMax,
  createUploadQueue,
  type Upload,
  uploadsAtOnceMax,
  type UploadService,
} from "./uploadQueue";

const pdf = [0x25, 0x50, 0x44, 0x46, 0x2d];
const none = { ofYear: 0, all: 0 };

function file(name = "证书.pdf", bytes: readonly number[] = pdf): File {
  const made = new File([new Uint8Array(bytes)], name);
  // jsdom's files cannot be read; Node's blobs can.
  const slice = (from?: number, to?: number) => new NodeBlob([new Uint8Array(bytes.slice(from, to))]);
  return Object.defineProperty(made, "slice", { value: slice });
}

const reserved = {
  evidenceId: "e1",
  upload: { uri: "https://blob/e1", method: "PUT", headers: {}, expiresAt: "" },
};

let service: { [K in keyof UploadService]: ReturnType<typeof vi.fn<UploadService[K]>> };

beforeEach(() => {
  service = {
    reserve: vi.fn<UploadService["reserve"]>().mockResolvedValue(reserved),
    put: vi.fn<UploadService["put"]>().mockResolvedValue(undefined),
    complete: vi.fn<UploadService["complete"]>().mockResolvedValue({}),
    remove: vi.fn<UploadService["remove"]>().mockResolvedValue({}),
    pause: vi.fn<UploadService["pause"]>().mockResolvedValue(undefined),
  };
});

async function settled(queue: ReturnType<typeof createUploadQueue>): Promise<readonly Upload[]> {
  await vi.waitFor(() => {
    expect(queue.isBusy()).toBe(false);
  });
  return queue.uploads();
}

describe("the upload queue", () => {
  it("reserves, sends and has the service check each file", async () => {
    const onDone = vi.fn();
    const queue = createUploadQueue(service, onDone);
    await queue.add(2024, [file()], none);
    expect((await settled(queue)).map(({ phase }) => phase)).toEqual(["done"]);
    expect(service.reserve).toHaveBeenCalledWith(2024, "证书.pdf", "application/pdf", pdf.length);
    expect(service.complete).toHaveBeenCalledWith("e1");
    expect(onDone).toHaveBeenCalledOnce();
  });

  it("sends the bytes again after the network broke off, without reserving again", async () => {
    service.put.mockRejectedValueOnce(new UploadFailure(0)).mockRejectedValueOnce(new UploadFailure(500));
    const queue = createUploadQueue(service, vi.fn());
    await queue.add(2024, [file()], none);
    expect((await settled(queue))[0]?.phase).toBe("done");
    expect(service.reserve).toHaveBeenCalledOnce();
    expect(service.pause.mock.calls).toEqual([[1_000], [2_000]]);
  });

  it("gives an expired permission back and asks for another", async () => {
    service.put.mockRejectedValueOnce(new UploadFailure(403));
    const queue = createUploadQueue(service, vi.fn());
    await queue.add(2024, [file()], none);
    expect((await settled(queue))[0]?.phase).toBe("done");
    expect(service.remove).toHaveBeenCalledWith("e1");
    expect(service.reserve).toHaveBeenCalledTimes(2);
  });

  it("asks the person after so many attempts, and goes on with the same place when told to", async () => {
    service.put.mockRejectedValue(new UploadFailure(0));
    const queue = createUploadQueue(service, vi.fn());
    await queue.add(2024, [file()], none);
    const [failed] = await settled(queue);
    expect(failed?.phase).toBe("failed");
    expect(service.put).toHaveBeenCalledTimes(attemptsMax);
    service.put.mockResolvedValue(undefined);
    queue.retry(failed?.id ?? "");
    expect((await settled(queue))[0]?.phase).toBe("done");
    expect(service.reserve).toHaveBeenCalledOnce();
  });

  it("can complete a file whose check was not answered", async () => {
    service.complete.mockRejectedValueOnce(new Unreachable());
    const queue = createUploadQueue(service, vi.fn());
    await queue.add(2024, [file()], none);
    const [failed] = await settled(queue);
    expect(failed?.phase).toBe("failed");
    queue.retry(failed?.id ?? "");
    expect((await settled(queue))[0]?.phase).toBe("done");
  });

  it("gives the place back when the service finds the file wrong", async () => {
    service.complete.mockRejectedValue(new ApiProblem(422, "evidence-damaged", "已损坏", "damaged"));
    const queue = createUploadQueue(service, vi.fn());
    await queue.add(2024, [file()], none);
    const [refused] = await settled(queue);
    expect(refused).toMatchObject({ phase: "refused", failure: { code: "evidence-damaged" } });
    await vi.waitFor(() => {
      expect(service.remove).toHaveBeenCalledWith("e1");
    });
  });

  it("sends few at a time", async () => {
    let underWay = 0;
    let most = 0;
    service.put.mockImplementation(async () => {
      most = Math.max(most, ++underWay);
      await Promise.resolve();
      underWay--;
    });
    const queue = createUploadQueue(service, vi.fn());
    await queue.add(
      2024,
      Array.from({ length: 6 }, (_, index) => file(`${index}.pdf`)),
      none,
    );
    await settled(queue);
    expect(most).toBeLessThanOrEqual(uploadsAtOnceMax);
    expect(service.complete).toHaveBeenCalledTimes(6);
  });

  it("stops a file that is dismissed, and gives its place back", async () => {
    service.put.mockImplementation(
      (_upload, _file, _onProgress, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => reject(new UploadFailure(0)));
        }),
    );
    const queue = createUploadQueue(service, vi.fn());
    await queue.add(2024, [file()], none);
    await vi.waitFor(() => {
      expect(service.put).toHaveBeenCalled();
    });
    await queue.dismiss(queue.uploads()[0]?.id ?? "");
    expect(queue.uploads()).toEqual([]);
    expect(service.remove).toHaveBeenCalledWith("e1");
    expect(service.complete).not.toHaveBeenCalled();
  });

  it.each([
    ["empty", file("a.pdf", []), none],
    ["type", file("a.pdf", [1, 2, 3, 4]), none],
    ["year-full", file(), { ofYear: uploadLimits.filesPerYearMax, all: 20 }],
    ["full", file(), { ofYear: 0, all: uploadLimits.filesMax }],
  ] as const)("does not send a file that is refused as %s", async (defect, chosen, present) => {
    const queue = createUploadQueue(service, vi.fn());
    await queue.add(2024, [chosen], present);
    expect(queue.uploads()[0]).toMatchObject({ phase: "refused", defect });
    expect(service.reserve).not.toHaveBeenCalled();
  });

  it("takes a file of the greatest size and refuses one of a byte more", async () => {
    const queue = createUploadQueue(service, vi.fn());
    const sized = (sizeBytes: number) => {
      const chosen = file();
      Object.defineProperty(chosen, "size", { value: sizeBytes });
      return chosen;
    };
    await queue.add(2024, [sized(uploadLimits.sizeBytesMax), sized(uploadLimits.sizeBytesMax + 1)], none);
    expect(queue.uploads().map(({ defect }) => defect)).toEqual([null, "too-large"]);
    await settled(queue);
  });
});

it("knows a file by its first bytes, whatever its name says", async () => {
  expect(await typeOf(file("a.png"))).toBe("application/pdf");
  expect(await typeOf(file("a", [0xff, 0xd8, 0xff, 0xe0]))).toBe("image/jpeg");
  expect(await typeOf(file("a", [0x89, 0x50, 0x4e, 0x47]))).toBe("image/png");
  expect(await typeOf(file("a", [0x50]))).toBeNull();
});

it("cuts a name that is too long before its extension", () => {
  const cut = fittingName(`${"长".repeat(300)}.pdf`);
  expect(cut).toHaveLength(uploadLimits.fileNameCharactersMax);
  expect(cut.endsWith("长.pdf")).toBe(true);
  expect(fittingName("短.pdf")).toBe("短.pdf");
});

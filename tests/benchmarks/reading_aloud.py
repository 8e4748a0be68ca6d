"""How long a notebook takes when it is read aloud, slowly, and time is added for each decision.

    python tests/benchmarks/reading_aloud.py            # needs espeak-ng (Debian: apt install espeak-ng)

The speech program reads the text cells and the paragraphs that the code cells open at 120 words a minute, with its pauses at
commas and full stops; the length of the sound is measured. No clock is involved, so a busy machine gives the same minutes.
"""

import subprocess
import sys
import tempfile
import wave
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.test_notebook_rooms import MINUTES_A_DECISION, NOTEBOOKS, WORDS_A_MINUTE, decisions, texts_to_read

import interparty as ip


def spoken(text):
    """Minutes of speech."""
    with tempfile.TemporaryDirectory() as folder:
        sound = Path(folder) / "page.wav"
        subprocess.run(["espeak-ng", "-v", "en-gb", "-s", str(WORDS_A_MINUTE), "-w", sound], input=text, text=True, check=True)
        with wave.open(str(sound)) as opened:
            return opened.getnframes() / opened.getframerate() / 60


def main():
    corpus = ip.load_corpus()
    print("| notebook | read aloud | decisions | minutes in all |\n|---|---|---|---|")
    for path in NOTEBOOKS:
        minutes, times = spoken("\n\n".join(texts_to_read(path, corpus))), decisions(path)
        print(f"| {path.stem} | {minutes:.1f} | {times} | {minutes + MINUTES_A_DECISION * times:.0f} |", flush=True)


if __name__ == "__main__":
    main()

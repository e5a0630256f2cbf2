"""Make the model from the material, and print what it is worth: `./dev train`."""

import click
import torch

from bot.recogniser import Recogniser
from bot.triage_model import MODEL_FOLDER, load_model
from training import material
from training.export import export
from training.figures import figures
from training.learning import EPOCHS, learn
from training.saying import saying

_THREADS = 2  # another number rounds otherwise, and gives other weights


@click.command()
@click.option("--epochs", default=EPOCHS, show_default=True, help="Times that all is learned from.")
@click.option("--score-only", is_flag=True, help="Leave the model as it is and print its figures.")
def main(epochs: int, *, score_only: bool) -> None:
    """Learn from training/material, write the model's files, score it on voices it never saw."""
    torch.set_num_threads(_THREADS)
    learned_from, aside = material.split(material.read(material.FOLDER))
    test = material.read(material.TEST_FOLDER)
    print(f"{len(learned_from)} messages to learn from, {len(aside)} aside, {len(test)} to test")
    if not score_only:
        export(learn(learned_from, epochs), MODEL_FOLDER)
    with_model, alone = Recogniser(load_model()), Recogniser()
    for name, messages in (("voices kept aside", aside), ("test voices", test)):
        for how, recogniser in (("words and model", with_model), ("words alone", alone)):
            print(f"\n{name}, {how}")
            for figure in figures([(each, saying(recogniser, each.text)) for each in messages]):
                print(figure)


if __name__ == "__main__":
    main()

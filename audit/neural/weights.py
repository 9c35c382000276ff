"""Loads the weights of a model of transformers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.neural.loudness import Failure, clearly
from audit.neural.place import Place

if TYPE_CHECKING:
    from transformers import PreTrainedModel


def weights(place: Place, auto_class: str, failure: Failure) -> PreTrainedModel:
    """The model at a place in 32-bit floats and evaluation mode, on the GPU where there is one.

    `auto_class` is the class of transformers to load it as. Raises `failure` where files are missing, broken or not
    whole.
    """
    import torch
    import transformers

    with clearly(failure, "cannot load the model"):
        model, told = getattr(transformers, auto_class).from_pretrained(
            place.path, revision=place.commit or "main", trust_remote_code=False, output_loading_info=True
        )
        model = model.float().eval().to("cuda" if torch.cuda.is_available() else "cpu")
    parameters = {parameter for parameter, _ in model.named_parameters()}
    if missing := sorted(parameters.intersection(told["missing_keys"])):
        raise failure(f"the weights lack {missing[0]} ({len(missing)} missing): a model not trained so far")
    return model

"""The network: Marian's transformer, embeddings shared, deep encoder and shallow decoder (Kasai et al. 2021)."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from transformers import MarianConfig, MarianMTModel

from audit.errors import ConfigError

HEAD = 64
"""Width of an attention head, as in Vaswani et al. 2017."""
INNER = 4
"""Width of the feed-forward layers in widths of the network, as in Vaswani et al. 2017."""
POSITIONS = 512
"""Positions there are codes for; training sees half of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """Layers of encoder and decoder, and the width of both."""

    encoder: int = 3
    decoder: int = 1
    width: int = 256

    def __post_init__(self) -> None:
        """Raise ConfigError for what cannot be built."""
        if min(self.encoder, self.decoder) < 1 or self.width < 1 or self.width % self.heads or self.width % 8:
            raise ConfigError(
                f"no network of {self.encoder},{self.decoder} layers and width {self.width}: "
                f"at least one layer each, and a width that is a multiple of {HEAD}"
            )

    @property
    def heads(self) -> int:
        """Attention heads."""
        return max(1, self.width // HEAD)


def network(size: Size, pad: int, eos: int, dropout: float = 0.0) -> MarianMTModel:
    """An untrained network over `pad` pieces and the padding, whose row stays zero.

    The decoder starts from the padding; CTranslate2 starts Marian models from a vector of zeros.
    """
    inner = INNER * size.width
    config = MarianConfig(
        vocab_size=pad + 1, pad_token_id=pad, decoder_start_token_id=pad, eos_token_id=eos, forced_eos_token_id=None,
        d_model=size.width, encoder_layers=size.encoder, decoder_layers=size.decoder,
        encoder_attention_heads=size.heads, decoder_attention_heads=size.heads,
        encoder_ffn_dim=inner, decoder_ffn_dim=inner, activation_function="relu", dropout=dropout,
        max_position_embeddings=POSITIONS, scale_embedding=True, share_encoder_decoder_embeddings=True,
    )  # fmt: skip
    held = MarianMTModel(config)
    with torch.no_grad():
        held.get_input_embeddings().weight[pad] = 0
    return held

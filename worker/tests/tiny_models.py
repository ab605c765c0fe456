"""Writes tiny models of every kind of the eleven tasks, built from configurations with random weights, and tiny data sets.

python tiny_models.py FOLDER makes FOLDER/models/tiny-random/<name>/ and FOLDER/datasets/<task>.jsonl with their files.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("HF_HUB_OFFLINE", "1")

import torch
import transformers
from tiny_datasets import TEXTS, write_datasets
from tiny_tokenizers import CHAT_TEMPLATE, clip_tokenizer, text_tokenizer

ORGANISATION = "tiny-random"

README = """---
pipeline_tag: {tag}
license: apache-2.0
---
# {name}

Built from a configuration with **random weights** by `worker/tests/tiny_models.py`. It has learned nothing: what it answers is noise, and its
energy figures mean nothing. It stands in for real models in the tests of the worker.
"""

SMALL = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 64}

Save = Callable[[Path], None]


def thinker(folder: Path) -> None:
    """A decoder whose chat template turns thinking on and off."""
    tokenizer = text_tokenizer(chat_template=CHAT_TEMPLATE)
    network = decoder(tokenizer)
    network.generation_config.eos_token_id = ends_of(network, tokenizer)
    # What the worker has to overrule.
    network.generation_config.do_sample = True
    network.generation_config.temperature = 0.6
    network.generation_config.top_k = 20
    network.generation_config.max_length = 48
    network.save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def decoder(tokenizer: transformers.PreTrainedTokenizerBase, **changes: object) -> transformers.PreTrainedModel:
    """A small decoder with a long context."""
    config = {
        **SMALL,
        "vocab_size": len(tokenizer),
        "num_key_value_heads": 2,
        "head_dim": 8,
        "max_position_embeddings": 16384,
    }
    ids = {"bos_token_id": None, "eos_token_id": tokenizer.eos_token_id, "pad_token_id": tokenizer.pad_token_id}
    return transformers.Qwen3ForCausalLM(transformers.Qwen3Config(**{**config, **ids, **changes}))


def ends_of(network: transformers.PreTrainedModel, tokenizer: transformers.PreTrainedTokenizerBase) -> list[int]:
    """Tokens that end an answer: ones that these random weights do make, so that an answer ends some time."""
    ends: list[int] = [tokenizer.eos_token_id]
    for text in TEXTS:
        for thinking in (True, False):
            prompt = tokenizer.apply_chat_template(
                [{"role": "user", "content": text}],
                add_generation_prompt=True,
                enable_thinking=thinking,
                return_tensors="pt",
                return_dict=True,
            )
            made = network.generate(**prompt, do_sample=False, max_new_tokens=24, eos_token_id=None)[
                0, prompt["input_ids"].shape[1] :
            ]
            if not set(made.tolist()) & set(ends):
                ends.append(int(made[12]))
    return ends


def babbler(folder: Path) -> None:
    """A decoder without a chat template, and with a short context."""
    tokenizer = text_tokenizer()
    decoder(tokenizer, max_position_embeddings=64).save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def t5(folder: Path) -> None:
    """Text to text by prefixes."""
    tokenizer = text_tokenizer()
    config = transformers.T5Config(
        vocab_size=len(tokenizer),
        d_model=32,
        d_kv=8,
        d_ff=64,
        num_layers=2,
        num_heads=4,
        decoder_start_token_id=tokenizer.pad_token_id,
        pad_token_id=tokenizer.pad_token_id,
        eos_token_id=tokenizer.eos_token_id,
    )
    transformers.T5ForConditionalGeneration(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def bart(folder: Path) -> None:
    """A summariser."""
    tokenizer = text_tokenizer()
    config = transformers.BartConfig(
        vocab_size=len(tokenizer),
        d_model=32,
        encoder_layers=2,
        decoder_layers=2,
        encoder_attention_heads=4,
        decoder_attention_heads=4,
        encoder_ffn_dim=64,
        decoder_ffn_dim=64,
        max_position_embeddings=128,
        bos_token_id=tokenizer.bos_token_id,
        pad_token_id=tokenizer.pad_token_id,
        eos_token_id=tokenizer.eos_token_id,
        decoder_start_token_id=tokenizer.eos_token_id,
        forced_bos_token_id=None,
    )
    transformers.BartForConditionalGeneration(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def encoder(model_class: str, family: str = "Bert", **changes: object) -> Save:
    """A text encoder with one of its heads."""

    def save(folder: Path) -> None:
        tokenizer = text_tokenizer(pairs=True)
        config_class = getattr(transformers, f"{family}Config")
        config = config_class(
            **{
                **SMALL,
                "vocab_size": len(tokenizer),
                "max_position_embeddings": 128,
                "pad_token_id": tokenizer.pad_token_id,
                **changes,
            }
        )
        getattr(transformers, model_class)(config).save_pretrained(folder)
        tokenizer.save_pretrained(folder)

    return save


VISION = {**SMALL, "image_size": 32, "patch_size": 8}


def vit(folder: Path) -> None:
    """Looks at an image and names it."""
    transformers.ViTForImageClassification(transformers.ViTConfig(**VISION, num_labels=6)).save_pretrained(folder)
    transformers.ViTImageProcessor(size={"height": 32, "width": 32}).save_pretrained(folder)


def yolos(folder: Path) -> None:
    """Looks for things in an image."""
    config = transformers.YolosConfig(
        **{**VISION, "image_size": [48, 48]}, num_detection_tokens=5, num_labels=3, use_mid_position_embeddings=False
    )
    transformers.YolosForObjectDetection(config).save_pretrained(folder)
    transformers.YolosImageProcessor(size={"shortest_edge": 48, "longest_edge": 64}).save_pretrained(folder)


def detr(folder: Path) -> None:
    """Looks for things in an image, behind a convolutional backbone."""
    backbone = transformers.ResNetConfig(
        embedding_size=16, hidden_sizes=[16, 32], depths=[1, 1], layer_type="basic", out_features=["stage2"]
    )
    config = transformers.DetrConfig(
        use_timm_backbone=False,
        use_pretrained_backbone=False,
        backbone=None,
        backbone_config=backbone,
        d_model=32,
        encoder_layers=1,
        decoder_layers=1,
        encoder_attention_heads=4,
        decoder_attention_heads=4,
        encoder_ffn_dim=64,
        decoder_ffn_dim=64,
        num_queries=5,
        num_labels=3,
    )
    transformers.DetrForObjectDetection(config).save_pretrained(folder)
    transformers.DetrImageProcessor(size={"shortest_edge": 48, "longest_edge": 64}).save_pretrained(folder)


def whisper(folder: Path) -> None:
    """Hears and writes, token by token."""
    tokenizer = text_tokenizer()
    config = transformers.WhisperConfig(
        vocab_size=len(tokenizer),
        d_model=32,
        encoder_layers=2,
        decoder_layers=2,
        encoder_attention_heads=4,
        decoder_attention_heads=4,
        encoder_ffn_dim=64,
        decoder_ffn_dim=64,
        num_mel_bins=80,
        max_source_positions=1500,
        max_target_positions=128,
        bos_token_id=tokenizer.bos_token_id,
        pad_token_id=tokenizer.pad_token_id,
        eos_token_id=tokenizer.eos_token_id,
        decoder_start_token_id=tokenizer.bos_token_id,
        suppress_tokens=None,
        begin_suppress_tokens=None,
    )
    network = transformers.WhisperForConditionalGeneration(config)
    network.generation_config.no_timestamps_token_id = len(tokenizer) - 1
    network.generation_config.is_multilingual = False
    network.save_pretrained(folder)
    transformers.WhisperFeatureExtractor(feature_size=80).save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def wav2vec2(folder: Path) -> None:
    """Hears, and gives a letter for each moment."""
    config = transformers.Wav2Vec2Config(
        **SMALL,
        vocab_size=32,
        conv_dim=(32, 32, 32),
        conv_stride=(5, 4, 4),
        conv_kernel=(10, 8, 8),
        num_feat_extract_layers=3,
        num_conv_pos_embeddings=16,
        num_conv_pos_embedding_groups=4,
    )
    transformers.Wav2Vec2ForCTC(config).save_pretrained(folder)
    transformers.Wav2Vec2FeatureExtractor(sampling_rate=16000).save_pretrained(folder)


def blip(folder: Path) -> None:
    """Writes about an image."""
    tokenizer = text_tokenizer(pairs=True)
    text = {
        **SMALL,
        "vocab_size": len(tokenizer),
        "max_position_embeddings": 128,
        "encoder_hidden_size": 32,
        "bos_token_id": tokenizer.cls_token_id,
        "pad_token_id": tokenizer.pad_token_id,
        "eos_token_id": tokenizer.sep_token_id,
        "sep_token_id": tokenizer.sep_token_id,
    }
    config = transformers.BlipConfig(
        text_config=text, vision_config=VISION, projection_dim=32, image_text_hidden_size=32
    )
    transformers.BlipForConditionalGeneration(config).save_pretrained(folder)
    transformers.BlipProcessor(
        transformers.BlipImageProcessor(size={"height": 32, "width": 32}), tokenizer
    ).save_pretrained(folder)


def git(folder: Path) -> None:
    """Writes about an image, which stands before the text."""
    tokenizer = text_tokenizer(pairs=True)
    config = transformers.GitConfig(
        **SMALL,
        vision_config=VISION,
        vocab_size=len(tokenizer),
        max_position_embeddings=256,
        bos_token_id=tokenizer.cls_token_id,
        pad_token_id=tokenizer.pad_token_id,
        eos_token_id=tokenizer.sep_token_id,
    )
    transformers.GitForCausalLM(config).save_pretrained(folder)
    images = transformers.CLIPImageProcessor(size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32})
    transformers.GitProcessor(images, tokenizer).save_pretrained(folder)


def vit_gpt2(folder: Path) -> None:
    """A vision model and a text model that were put together."""
    tokenizer = text_tokenizer()
    text = transformers.GPT2Config(
        vocab_size=len(tokenizer),
        n_positions=128,
        n_embd=32,
        n_layer=2,
        n_head=4,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
    )
    config = transformers.VisionEncoderDecoderConfig.from_encoder_decoder_configs(
        transformers.ViTConfig(**VISION), text
    )
    config.decoder_start_token_id = tokenizer.bos_token_id
    config.pad_token_id = tokenizer.pad_token_id
    transformers.VisionEncoderDecoderModel(config).save_pretrained(folder)
    transformers.ViTImageProcessor(size={"height": 32, "width": 32}).save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def llava(folder: Path) -> None:
    """A chat model that sees."""
    tokenizer = text_tokenizer(
        extra=["<image>"],
        chat_template="{% for message in messages %}{% for part in message['content'] %}"
        "{% if part['type'] == 'image' %}<image>\n{% else %}{{ part['text'] }}{% endif %}{% endfor %}{% endfor %}answer:",
    )
    config = transformers.LlavaConfig(
        vision_config=transformers.CLIPVisionConfig(**VISION),
        text_config=transformers.LlamaConfig(
            **SMALL,
            vocab_size=len(tokenizer),
            max_position_embeddings=256,
            eos_token_id=tokenizer.eos_token_id,
            bos_token_id=None,
        ),
        image_token_index=tokenizer.convert_tokens_to_ids("<image>"),
        image_seq_length=16,
    )
    transformers.LlavaForConditionalGeneration(config).save_pretrained(folder)
    images = transformers.CLIPImageProcessor(size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32})
    processor = transformers.LlavaProcessor(
        images,
        tokenizer,
        patch_size=8,
        vision_feature_select_strategy="default",
        num_additional_image_tokens=1,
        image_token="<image>",
    )
    processor.chat_template = tokenizer.chat_template
    processor.save_pretrained(folder)


def stable_diffusion(folder: Path) -> None:
    """Makes an image of a text."""
    import diffusers

    unet = diffusers.UNet2DConditionModel(
        block_out_channels=(16, 32),
        layers_per_block=1,
        sample_size=8,
        in_channels=4,
        out_channels=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        cross_attention_dim=32,
        attention_head_dim=8,
        norm_num_groups=8,
    )
    vae = diffusers.AutoencoderKL(
        block_out_channels=[16, 16],
        in_channels=3,
        out_channels=3,
        down_block_types=["DownEncoderBlock2D", "DownEncoderBlock2D"],
        up_block_types=["UpDecoderBlock2D", "UpDecoderBlock2D"],
        latent_channels=4,
        norm_num_groups=8,
    )
    tokenizer = clip_tokenizer()
    text = transformers.CLIPTextModel(
        transformers.CLIPTextConfig(
            **SMALL,
            vocab_size=len(tokenizer),
            max_position_embeddings=77,
            bos_token_id=tokenizer.bos_token_id,
            eos_token_id=tokenizer.eos_token_id,
        )
    )
    diffusers.StableDiffusionPipeline(
        vae=vae,
        text_encoder=text,
        tokenizer=tokenizer,
        unet=unet,
        scheduler=diffusers.DDIMScheduler(),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    ).save_pretrained(folder)


# Name -> the Hub's tag of such models, and what writes one.
MODELS: dict[str, tuple[str, Save]] = {
    "thinker": ("text-generation", thinker),
    "babbler": ("text-generation", babbler),
    "t5": ("text2text-generation", t5),
    "bart": ("summarization", bart),
    "bert-answers": ("question-answering", encoder("BertForQuestionAnswering")),
    "bert-labels": ("text-classification", encoder("BertForSequenceClassification", num_labels=3)),
    "bert-vectors": ("sentence-similarity", encoder("BertModel")),
    "roberta-vectors": ("sentence-similarity", encoder("RobertaForMaskedLM", "Roberta")),
    "vit": ("image-classification", vit),
    "yolos": ("object-detection", yolos),
    "detr": ("object-detection", detr),
    "whisper": ("automatic-speech-recognition", whisper),
    "wav2vec2": ("automatic-speech-recognition", wav2vec2),
    "blip": ("image-to-text", blip),
    "git": ("image-to-text", git),
    "vit-gpt2": ("image-to-text", vit_gpt2),
    "llava": ("image-to-text", llava),
    "stable-diffusion": ("text-to-image", stable_diffusion),
}


def write_model(name: str, models: Path) -> Path:
    """Writes one model below a folder of models, and gives its own folder."""
    tag, save = MODELS[name]
    folder = models / ORGANISATION / name
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(7)
    save(folder)
    (folder / "README.md").write_text(README.format(tag=tag, name=name), "utf-8")
    return folder


def main() -> None:
    """Writes all of them."""
    root = Path(sys.argv[1])
    write_datasets(root / "datasets")
    for name in MODELS:
        write_model(name, root / "models")


if __name__ == "__main__":
    main()

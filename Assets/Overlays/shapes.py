"""Reads facts documents of several shapes into the categories and calls of a catalog."""

from aws_shape import AWS
from cloudflare_shape import Cloudflare
from gitlab_shape import GitLab
from google_shape import Google
from graph_shape import Graph
from imported_shape import Imported
from kubernetes_shape import Kubernetes
from row_shapes import Levels, Rows

SHAPES = {
    "aws": AWS,
    "cloudflare": Cloudflare,
    "gitlab": GitLab,
    "google": Google,
    "graph": Graph,
    "imported": Imported,
    "kubernetes": Kubernetes,
    "levels": Levels,
    "rows": Rows,
}

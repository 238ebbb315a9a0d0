"""The client in other repositories: copied, recorded, verified and renewed there.

    archived document ► package ► copy ─────────────────────┐
                            └► change report with the uses   ├► staged, imported ► one swap ► record
    what stands there ► hand edits ► three-way merge ────────┘

A copy is a package that verifies itself (`package/verify.py`): its manifest lists what else comes with it, its `ORIGINALS.zip`
holds it as it was written. `vendor.toml` in the repository says what was copied and how.
"""
